package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.classifier.NetworkEnsemble;
import org.tonearm.model.dataset.Folds;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * One fold's clips of the main question, by part, with all that the listeners hear of them.
 *
 * @param training what the machines are trained on
 * @param test what is held out
 */
record FoldRows(List<FoldScoring.Row> training, List<FoldScoring.Row> test) {

  /** Which clips a fold holds out; all others are trained on. */
  record Split(Folds folds, int held) {
    boolean tests(Example example) {
      return folds.of(example.clip()) == held;
    }

    boolean trains(Example example) {
      return !tests(example);
    }
  }

  /**
   * Describes the clips of the main question.
   *
   * @param examples clips of all questions
   * @param stack learned from the training part
   * @param networks trained on the training part
   */
  static FoldRows of(
      TrainingPlan plan,
      Split split,
      List<Example> examples,
      Stack stack,
      TrainedEnsemble networks) {
    FoldRows rows = new FoldRows(new ArrayList<>(), new ArrayList<>());
    try (NetworkEnsemble listener = networks.listener(plan.head())) {
      for (Example example : examples) {
        if (plan.scored(example.clip())) {
          boolean test = split.tests(example);
          (test ? rows.test : rows.training)
              .add(
                  new FoldScoring.Row(
                      example,
                      plan.truth(example.clip()),
                      WindowStatistics.of(example.scattering()),
                      stack.row(example),
                      test ? listener.logProbabilities(example::heard) : null));
        }
      }
    }
    return rows;
  }

  /**
   * The rows of one data set by its own labels alone: other labels of the network fall away.
   *
   * @param labels numbers of the labels, in the new order
   */
  FoldRows restrict(String dataset, List<Integer> labels) {
    return new FoldRows(restrict(training, dataset, labels), restrict(test, dataset, labels));
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
                    r.stacked(),
                    r.network() == null
                        ? null
                        : labels.stream().mapToDouble(label -> r.network()[label]).toArray()))
        .toList();
  }

  /** The scores of the clips held out. */
  List<HeldOut> score(FoldScoring scoring, int fold) {
    return scoring.score(fold, training, test);
  }
}
