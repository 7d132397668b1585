package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.statistics.SupportVectorTraining;

class CrossValidationTest {
  @TempDir Path folder;

  @Test
  void everyClipIsHeldOutOnceByItsFoldAndASecondRunTrainsNothing() throws Exception {
    List<Example> examples = TinyMusic.listening(12);
    List<Clip> clips = examples.stream().map(Example::clip).toList();
    Folds folds = new Folds(clips, Targets::foldLabel, 3, 1);
    CrossValidation.Scores scores = validation(folds, TrainingListener.SILENT).run(examples, 2);
    assertThat(scores.main()).hasSameSizeAs(examples);
    assertThat(scores.main().stream().map(s -> s.heldOut().id())).doesNotHaveDuplicates();
    for (ClipScores score : scores.main()) {
      Clip clip =
          clips.stream().filter(c -> c.id().equals(score.heldOut().id())).findFirst().orElseThrow();
      assertThat(score.heldOut().fold()).isEqualTo(folds.of(clip));
      assertThat(score.temperatures()).containsOnlyKeys(Listeners.ALL);
    }
    CrossValidation.Scores others =
        new CrossValidation(
                TrainingPlan.of(Task.MOOD),
                SupportVectorTraining.SHIPPED,
                TinyMusic.stacks(20),
                networks(TrainingListener.SILENT),
                folds,
                folder.resolve("subset"),
                new SubsetQuestion(TrainingPlan.of(Task.MOOD), "tiny"))
            .run(examples, 1);
    assertThat(others.subset()).hasSize(48);
    assertThat(
            others.main().stream()
                .map(s -> s.heldOut().logProbabilities().get(Listeners.STATISTICS)))
        .containsExactlyElementsOf(
            scores.main().stream()
                .map(s -> s.heldOut().logProbabilities().get(Listeners.STATISTICS))
                .toList());
    EvaluationReport report = EvaluationReport.of("mood", Targets.QUADRANTS, scores.main());
    assertThat(report.figures().get(Listeners.JOINED).accuracy()).isGreaterThan(0.7);
    report.write(folder.resolve("report"), "evaluation");
    assertThat(Files.readString(folder.resolve("report/evaluation.md")))
        .contains("| joined | 48 |")
        .contains("| Q1 | 12 |");
    assertThat(folder.resolve("report/evaluation-confusion.png")).isNotEmptyFile();

    TrainingListener forbidden =
        (stage, done, total, note) -> {
          throw new AssertionError("trained again: " + stage);
        };
    CrossValidation.Scores again = validation(folds, forbidden).run(examples, 1);
    assertThat(again.main().stream().map(s -> s.heldOut().id()))
        .isEqualTo(scores.main().stream().map(s -> s.heldOut().id()).toList());
  }

  private CrossValidation validation(Folds folds, TrainingListener listener) {
    return new CrossValidation(
        TrainingPlan.of(Task.MOOD),
        SupportVectorTraining.SHIPPED,
        TinyMusic.stacks(20),
        networks(listener),
        folds,
        folder.resolve("folds"),
        new SubsetQuestion(TrainingPlan.of(Task.MOOD), ""));
  }

  private EnsembleTraining networks(TrainingListener listener) {
    return new EnsembleTraining(
        List.of(
            new NetworkTraining(
                TinyMusic.recipe(5),
                "",
                BandLayout.of(TinyMusic.SCATTERING),
                1,
                folder.resolve("networks"),
                listener)));
  }
}
