package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.api.Task;
import org.tonearm.learn.LabelChoice;
import org.tonearm.learn.Lesson;
import org.tonearm.model.evaluation.Prediction;
import org.tonearm.model.learned.Taught;

final class LearnTextTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void saysWhyLabelsWereLeftOut() {
    LabelChoice choice =
        new LabelChoice(
            List.of(chosen("Jazz"), chosen("Rock")),
            List.of(new LabelChoice.LeftOut("Polka", 9, 1)),
            List.of(new LabelChoice.LeftOut("Tango", 10, 2)));
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new LearnText(new Terminal(stream, stream, false), Task.GENRE)
        .figures(new Lesson(choice, taught(), null, null, 7, List.of()));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("left out, for too few tracks or artists: Polka (9 of one artist)")
        .contains("1 sounds like no music, of which nothing is ever told")
        .contains("left out, as 1,500 tracks in all", "a lower --least", "labels): Tango (10)")
        .contains("left out, for Tonearm itself wrote their genre: 7 (--own-answers")
        .contains("Right for 100 % of 2 tracks", "For other artists that may be 25 % to 100 %.");
  }

  private static LabelChoice.Chosen chosen(String name) {
    return new LabelChoice.Chosen(name, 1, 1, 1, List.of(), List.of());
  }

  private static Taught taught() {
    return new Taught(
        null,
        null,
        null,
        0.5,
        List.of(prediction(0, 1, 0), prediction(1, 0, 1)),
        List.of(true, false),
        List.of(0, 1),
        List.of("a", "b"),
        List.of(),
        List.of());
  }

  private static Prediction prediction(int truth, double... probabilities) {
    return new Prediction("t", "", 0, truth, probabilities);
  }
}
