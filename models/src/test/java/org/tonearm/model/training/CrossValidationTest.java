package org.tonearm.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Task;
import org.tonearm.model.dataset.Clip;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.feature.Frames;
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
                networks("networks", TrainingListener.SILENT),
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

  @Test
  void whatAHeldOutArtistHasInAnotherDataSetIsNotLearntFrom() throws Exception {
    List<Example> examples = TinyMusic.listening(12);
    Example quiet = elsewhere(examples.get(5), 0.1f);
    Example loud = elsewhere(examples.get(5), 3);
    Folds folds =
        new Folds(
            Stream.concat(examples.stream(), Stream.of(quiet)).map(Example::clip).toList(),
            Targets::foldLabel,
            3,
            1);
    List<HeldOut> withQuiet = heldOut("quiet", folds, examples, quiet);
    List<HeldOut> withLoud = heldOut("loud", folds, examples, loud);
    int fold = folds.of(quiet.clip());
    assertThat(said(withQuiet, fold)).isEqualTo(said(withLoud, fold)).isNotEmpty();
    for (int other = 0; other < folds.count(); other++) {
      if (other != fold) {
        assertThat(said(withQuiet, other))
            .as("learnt from where its artist is not held out")
            .isNotEqualTo(said(withLoud, other));
      }
    }
  }

  /** A clip of the same artist in another data set, without the label that is asked for. */
  private static Example elsewhere(Example example, float level) {
    Map<String, String> columns = new HashMap<>(example.clip().columns());
    columns.remove("quadrant");
    Clip clip = new Clip(Path.of("film"), "film", "films", example.clip().group(), 30, columns);
    Frames frames = example.frames();
    float[] values = new float[frames.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = level * frames.values()[i];
    }
    float[] description = example.description().clone();
    for (int i = 0; i < description.length; i++) {
      description[i] *= level;
    }
    return new Example(
        clip,
        new Frames(frames.count(), frames.dimensions(), values),
        example.pictures(),
        description);
  }

  private List<HeldOut> heldOut(String run, Folds folds, List<Example> examples, Example further)
      throws Exception {
    List<Example> all = new ArrayList<>(examples);
    all.add(further);
    CrossValidation validation =
        new CrossValidation(
            TrainingPlan.of(Task.MOOD),
            SupportVectorTraining.SHIPPED,
            TinyMusic.stacks(20),
            networks(run, TrainingListener.SILENT),
            folds,
            folder.resolve(run),
            new SubsetQuestion(TrainingPlan.of(Task.MOOD), ""));
    return validation.run(all, 1).main().stream().map(ClipScores::heldOut).toList();
  }

  /** What was said of a fold's clips, by clip and listener. */
  private static Map<String, List<Double>> said(List<HeldOut> heldOut, int fold) {
    Map<String, List<Double>> said = new TreeMap<>();
    heldOut.stream()
        .filter(clip -> clip.fold() == fold)
        .forEach(
            clip ->
                clip.logProbabilities()
                    .forEach(
                        (listener, row) ->
                            said.put(
                                clip.id() + " " + listener, Arrays.stream(row).boxed().toList())));
    return said;
  }

  private CrossValidation validation(Folds folds, TrainingListener listener) {
    return new CrossValidation(
        TrainingPlan.of(Task.MOOD),
        SupportVectorTraining.SHIPPED,
        TinyMusic.stacks(20),
        networks("networks", listener),
        folds,
        folder.resolve("folds"),
        new SubsetQuestion(TrainingPlan.of(Task.MOOD), ""));
  }

  private EnsembleTraining networks(String place, TrainingListener listener) {
    return new EnsembleTraining(
        List.of(
            new NetworkTraining(
                TinyMusic.recipe(5),
                "",
                BandLayout.of(TinyMusic.SCATTERING),
                1,
                folder.resolve(place + "-networks"),
                listener)));
  }
}
