package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.classifier.Hearing;
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
                      test ? said(listener.logProbabilities(example::heard)) : Map.of()));
        }
      }
    }
    return rows;
  }

  /** All networks together, and where they are of several kinds, each kind. */
  private static Map<String, double[]> said(Map<Hearing, double[]> kinds) {
    Map<String, double[]> said = new HashMap<>();
    said.put(Listeners.NETWORK, NetworkEnsemble.mean(List.copyOf(kinds.values())));
    if (kinds.size() > 1) {
      kinds.forEach((kind, row) -> said.put(Listeners.network(kind), row));
    }
    return said;
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
                    restrict(r.networks(), labels)))
        .toList();
  }

  private static Map<String, double[]> restrict(Map<String, double[]> said, List<Integer> labels) {
    Map<String, double[]> kept = new HashMap<>();
    said.forEach(
        (listener, row) ->
            kept.put(listener, labels.stream().mapToDouble(label -> row[label]).toArray()));
    return kept;
  }

  /** The scores of the clips held out. */
  List<HeldOut> score(FoldScoring scoring, int fold) {
    return scoring.score(fold, training, test);
  }
}
