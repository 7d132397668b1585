package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.Task;
import org.tonearm.model.statistics.SupportVectorTraining;

/** From files to figures: clips whose clusters differ by their sound. */
class EvaluationTest {
  private static final int GROUPS = 7;

  @TempDir Path folder;

  @Test
  void tellsClustersFromFiles() throws Exception {
    TrainingSettings settings = settings("cluster");
    Evaluation evaluation = new Evaluation(new NumberTones(), TrainingListener.SILENT);
    List<Example> examples = evaluation.examples(settings);
    assertThat(examples).hasSize(GROUPS * Targets.CLUSTERS.size());
    Evaluation.Outcome outcome = evaluation.run(settings, examples);
    assertThat(outcome.report().labels()).isEqualTo(Targets.CLUSTERS);
    assertThat(outcome.report().figures().get(Listeners.STATISTICS).accuracy()).isGreaterThan(0.8);
    assertThat(folder.resolve("out/evaluation.md"))
        .content()
        .contains("mood, by cluster", "| C5 | 7 |");
    assertThat(Files.readAllLines(folder.resolve("out/evaluation-clips.csv")))
        .hasSize(1 + GROUPS * Targets.CLUSTERS.size())
        .startsWith("clip,dataset,fold,truth,told,probability")
        .anyMatch(line -> line.matches("C3-0.wav,tones,[123],C3,C[1-5],[01]\\.\\d{4}"));
    assertThat(folder.resolve("out/held-out"))
        .isDirectoryContaining(run -> run.toString().contains("cluster-listening-2-"));
    TrainingSettings bare = settings("cluster", Set.of(RecipeStep.MIXUP, RecipeStep.QUESTIONS));
    evaluation.run(bare, examples);
    assertThat(folder.resolve("out/held-out").toFile().list())
        .as("folds of a recipe without a step are not those of the whole")
        .hasSize(2);
  }

  @Test
  void aQuestionThatNoClipAnswersIsRefused() throws Exception {
    TrainingSettings settings = settings("quadrant");
    Evaluation evaluation = new Evaluation(new NumberTones(), TrainingListener.SILENT);
    assertThatThrownBy(() -> evaluation.run(settings, TinyMusic.examples(0)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("quadrant");
    assertThatThrownBy(() -> TrainingPlan.of(Task.GENRE, "cluster"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("cluster");
  }

  private TrainingSettings settings(String question) throws Exception {
    return settings(question, Set.of());
  }

  private TrainingSettings settings(String question, Set<RecipeStep> without) throws Exception {
    StringBuilder rows = new StringBuilder("path,group,dataset,duration_s,label\n");
    for (int g = 0; g < GROUPS; g++) {
      for (String cluster : Targets.CLUSTERS) {
        String name = cluster + "-" + g + ".wav";
        Files.writeString(folder.resolve(name), name);
        rows.append(name).append(",g").append(g).append(",tones,8,").append(cluster).append('\n');
      }
    }
    Files.writeString(folder.resolve("clips.csv"), rows);
    return new TrainingSettings(
        Task.MOOD,
        question,
        List.of(folder.resolve("clips.csv")),
        null,
        folder.resolve("out"),
        folder.resolve("cache"),
        3,
        1,
        1,
        "",
        List.of(new EnsembleRecipe(TinyMusic.recipe(1), 2)),
        without,
        SupportVectorTraining.SHIPPED,
        "test");
  }
}
