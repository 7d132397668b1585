package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.stacking.Questionnaire;

class QuestionTrainingTest {
  private static final int GROUPS = 17;
  private static final int CLIPS_A_GROUP = 3;

  private final List<Clip> clips = clips();

  /**
   * Clips of one group sound the same, those of different groups have nothing in common: whoever
   * knows anything about a clip has heard its group.
   */
  @Test
  void nobodyWhoHeardTheGroupAnswersForItsClips() {
    QuestionTraining training =
        new QuestionTraining(clips, List.of(Targets.quadrantHead(1)), kernel());
    List<float[]> answers = training.outOfFold(1);
    assertThat(answers).hasSize(clips.size());
    for (float[] answer : answers) {
      assertThat(answer).containsExactly(0, 0, 0, 0);
    }
    float[] heard = Questionnaire.answers(training.all(), kernel()[0]);
    assertThat(heard[truth(clips.get(0))]).isGreaterThan(1);
  }

  @Test
  void questionsAndTheirWordsAreThoseOfTheTrainingPart() {
    List<LabelHead> questions = Questions.of(clips);
    assertThat(questions.stream().map(LabelHead::name)).containsExactly("quadrant", "words");
    assertThat(questions.get(1).labels()).containsExactly("common"); // "rare" is on 3 clips alone
  }

  private static int truth(Clip clip) {
    return Targets.QUADRANTS.indexOf(Targets.quadrant(clip));
  }

  private float[][] kernel() {
    float[][] kernel = new float[clips.size()][clips.size()];
    for (int i = 0; i < kernel.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        kernel[i][j] = clips.get(i).group().equals(clips.get(j).group()) ? 1 : 0;
      }
    }
    return kernel;
  }

  private static List<Clip> clips() {
    List<Clip> clips = new ArrayList<>();
    for (int g = 0; g < GROUPS; g++) {
      for (int c = 0; c < CLIPS_A_GROUP; c++) {
        String id = "g" + g + "c" + c;
        clips.add(
            new Clip(
                Path.of(id),
                id,
                "tiny",
                "group " + g,
                30,
                Map.of(
                    "quadrant",
                    Targets.QUADRANTS.get(g % 4),
                    "moods",
                    g == 0 ? "common; rare" : "common")));
      }
    }
    return clips;
  }
}
