package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonearm.model.stacking.StackedRows;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.statistics.SupportVectors;
import org.tonearm.model.verdict.Calibration;

/**
 * Scores the held-out clips of one fold with every listener. Calibrators are fitted on the
 * validation part, with machines that were trained without it; the machines that score the test
 * part are then trained on both.
 */
final class FoldScoring {
  /**
   * A clip of the main question.
   *
   * @param truth index of its label
   * @param statistics of its scattering coefficients, for the baseline
   * @param inner its row as learned from the training part alone; null in the test part
   * @param outer its row as learned from training and validation part
   * @param network log-probabilities of the fold's network; null in the training part
   */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors on their way to the scores
  record Row(
      Example example,
      int truth,
      float[] statistics,
      float[] inner,
      float[] outer,
      double[] network) {}

  private final SupportVectorTraining machine;
  private final int classes;

  FoldScoring(SupportVectorTraining machine, int classes) {
    this.machine = machine;
    this.classes = classes;
  }

  /** The test rows' scores. */
  List<ClipScores> score(int fold, List<Row> training, List<Row> validation, List<Row> test) {
    List<Row> both = new ArrayList<>(training);
    both.addAll(validation);
    SupportVectors inner = train(training, Row::inner);
    SupportVectors outer = train(both, Row::outer);
    StatisticsModel innerBaseline = baseline(training);
    StatisticsModel outerBaseline = baseline(both);
    List<Map<String, double[]>> held =
        validation.stream().map(row -> scores(row, inner, row.inner(), innerBaseline)).toList();
    List<Integer> truths = validation.stream().map(Row::truth).toList();
    JoinedFit joined = JoinedFit.fit(held, truths);
    Map<String, Double> temperatures = temperatures(held, truths, joined);
    return test.stream()
        .map(
            row ->
                new ClipScores(
                    row.example().clip().id(),
                    row.example().clip().dataset(),
                    fold,
                    row.truth(),
                    scores(row, outer, row.outer(), outerBaseline),
                    joined.networkShare(),
                    temperatures))
        .toList();
  }

  private SupportVectors train(List<Row> rows, Function<Row, float[]> heard) {
    return machine.train(
        rows.stream().map(heard).toList(), truths(rows), classes, StackedRows.GAMMA);
  }

  private StatisticsModel baseline(List<Row> rows) {
    return StatisticsModel.train(
        SupportVectorTraining.BASELINE,
        rows.stream().map(Row::statistics).toList(),
        truths(rows),
        classes);
  }

  private static int[] truths(List<Row> rows) {
    return rows.stream().mapToInt(Row::truth).toArray();
  }

  private static Map<String, Double> temperatures(
      List<Map<String, double[]>> held, List<Integer> truths, JoinedFit joined) {
    Map<String, Double> temperatures = new LinkedHashMap<>();
    for (String listener : List.of(Listeners.NETWORK, Listeners.STATISTICS, Listeners.BASELINE)) {
      List<double[]> rows = held.stream().map(s -> s.get(listener)).toList();
      temperatures.put(listener, Calibration.fit(rows, truths).temperature());
    }
    temperatures.put(Listeners.JOINED, joined.calibration().temperature());
    return temperatures;
  }

  private static Map<String, double[]> scores(
      Row row, SupportVectors machine, float[] heard, StatisticsModel baseline) {
    return Map.of(
        Listeners.NETWORK,
        row.network(),
        Listeners.STATISTICS,
        machine.logProbabilities(heard),
        Listeners.BASELINE,
        baseline.logProbabilities(row.statistics()));
  }
}
