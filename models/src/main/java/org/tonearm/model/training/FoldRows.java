package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.classifier.NetworkListener;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * One fold's clips of the main question, by part, with all that the listeners hear of them.
 *
 * @param training what the calibrators' machines are trained on
 * @param validation what the calibrators are fitted on
 * @param test what is held out
 */
record FoldRows(
    List<FoldScoring.Row> training, List<FoldScoring.Row> validation, List<FoldScoring.Row> test) {

  /** Which clips a fold holds out, and which it calibrates on; all others are trained on. */
  record Split(Folds folds, int held) {
    private int calibration() {
      return (held + 1) % folds.count();
    }

    boolean tests(Example example) {
      return folds.of(example.clip()) == held;
    }

    boolean validates(Example example) {
      return folds.of(example.clip()) == calibration();
    }

    boolean trains(Example example) {
      return !tests(example) && !validates(example);
    }
  }

  /**
   * Describes the clips of the main question by both stacks.
   *
   * @param examples clips of all questions
   * @param network trained on the training part
   */
  static FoldRows of(
      TrainingPlan plan,
      Split split,
      List<Example> examples,
      FoldStacks stacks,
      TrainedNetwork network) {
    FoldRows rows = new FoldRows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (NetworkListener listener = network.listener(plan.head())) {
      for (Example example : examples) {
        if (plan.scored(example.clip())) {
          boolean test = split.tests(example);
          rows.part(split, example)
              .add(
                  new FoldScoring.Row(
                      example,
                      plan.truth(example.clip()),
                      WindowStatistics.of(example.scattering()),
                      test ? null : stacks.inner().row(example),
                      stacks.outer().row(example),
                      split.trains(example) ? null : listener.logProbabilities(example.frames())));
        }
      }
    }
    return rows;
  }

  private List<FoldScoring.Row> part(Split split, Example example) {
    return split.tests(example) ? test : split.validates(example) ? validation : training;
  }

  /**
   * The rows of one data set by its own labels alone: other labels of the network fall away.
   *
   * @param labels numbers of the labels, in the new order
   */
  FoldRows restrict(String dataset, List<Integer> labels) {
    return new FoldRows(
        restrict(training, dataset, labels),
        restrict(validation, dataset, labels),
        restrict(test, dataset, labels));
  }

  private static List<FoldScoring.Row> restrict(
      List<FoldScoring.Row> rows, String dataset, List<Integer> labels) {
    return rows.stream()
        .filter(r -> r.example().clip().dataset().equals(dataset) && labels.contains(r.truth()))
        .map(
            r ->
                new FoldScoring.Row(
                    r.example(),
                    labels.indexOf(r.truth()),
                    r.statistics(),
                    r.inner(),
                    r.outer(),
                    r.network() == null
                        ? null
                        : labels.stream().mapToDouble(label -> r.network()[label]).toArray()))
        .toList();
  }

  /** The scores of the clips held out. */
  List<ClipScores> score(FoldScoring scoring, int fold) {
    return scoring.score(fold, training, validation, test);
  }
}
