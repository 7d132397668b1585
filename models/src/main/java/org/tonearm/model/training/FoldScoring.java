package org.tonearm.model.training;

import java.util.List;
import java.util.Map;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.SupportVectors;

/** Scores the held-out clips of one fold with every listener. */
final class FoldScoring {
  /**
   * A clip of the main question.
   *
   * @param truth index of its label
   * @param statistics of its scattering coefficients, for the baseline
   * @param stacked its row as learned from the training part
   * @param network log-probabilities of the fold's networks; null in the training part
   */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors on their way to the scores
  record Row(Example example, int truth, float[] statistics, float[] stacked, double[] network) {}

  private final SupportVectorTraining machine;
  private final int classes;

  FoldScoring(SupportVectorTraining machine, int classes) {
    this.machine = machine;
    this.classes = classes;
  }

  /** The test rows' scores. */
  List<HeldOut> score(int fold, List<Row> training, List<Row> test) {
    int[] truths = training.stream().mapToInt(Row::truth).toArray();
    SupportVectors stacked =
        machine.train(
            training.stream().map(Row::stacked).toList(), truths, classes, StackedRows.GAMMA);
    StatisticsModel baseline =
        StatisticsModel.train(
            SupportVectorTraining.BASELINE,
            training.stream().map(Row::statistics).toList(),
            truths,
            classes);
    return test.stream()
        .map(
            row ->
                new HeldOut(
                    row.example().clip().id(),
                    row.example().clip().dataset(),
                    fold,
                    row.truth(),
                    Map.of(
                        Listeners.NETWORK,
                        row.network(),
                        Listeners.STATISTICS,
                        stacked.logProbabilities(row.stacked()),
                        Listeners.BASELINE,
                        baseline.logProbabilities(row.statistics()))))
        .toList();
  }
}
