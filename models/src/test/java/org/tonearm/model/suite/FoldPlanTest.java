package org.tonearm.model.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.suite.piece.LabelledClip;

class FoldPlanTest {
  private static final List<String> LABELS = List.of("common", "rare");

  /** A split of training and test alone: 48 common and 12 rare clips to learn from, each alone. */
  private static FoldPlan withoutValidation() {
    List<LabelledClip> clips = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      int truth = i % 5 == 0 ? 1 : 0;
      String split = i < 60 ? "train" : "test";
      String id = "c" + i;
      clips.add(
          new LabelledClip(
              new Clip(Path.of(id), id, "set", id, 30, Map.of("split", split)), truth));
    }
    return new FoldPlan(
        "genre", LABELS, clips, clip -> clip.column("split").equals("test") ? 0 : 2, 3, 1);
  }

  @Test
  void theSixthThatTellsWhenToStopHasEachLabelInProportion() {
    FoldPlan.Parts parts = withoutValidation().parts(0);
    Map<Integer, Long> counts =
        parts.validation().stream()
            .collect(Collectors.groupingBy(LabelledClip::truth, Collectors.counting()));
    assertThat(counts).isEqualTo(Map.of(0, 8L, 1, 2L));
    assertThat(parts.training()).hasSize(50);
    assertThat(parts.test()).hasSize(10);
    Set<LabelledClip> learned = Set.copyOf(parts.training());
    assertThat(parts.validation()).noneMatch(learned::contains);
  }
}
