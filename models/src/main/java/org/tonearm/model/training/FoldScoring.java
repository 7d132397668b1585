package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tonearm.model.statistics.StatisticsModel;
import org.tonearm.model.statistics.SupportVectorTraining;
import org.tonearm.model.verdict.Calibration;

/**
 * Scores the held-out clips of one fold with every listener. Calibrators are fitted on the
 * validation part, with statistics that were trained without it; the statistics that score the test
 * part are then trained on both.
 */
final class FoldScoring {
  /**
   * A clip of the main question.
   *
   * @param truth index of its label
   * @param network log-probabilities of the fold's network; null in the training part
   */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors on their way to the scores
  record Row(Example example, int truth, float[] statistics, double[] network) {}

  private final SupportVectorTraining machine;
  private final int classes;

  FoldScoring(SupportVectorTraining machine, int classes) {
    this.machine = machine;
    this.classes = classes;
  }

  /**
   * Scores the test rows.
   *
   * @param setName what the rows' data set is called in the result; a function of the clip's own
   */
  List<ClipScores> score(
      int fold,
      List<Row> training,
      List<Row> validation,
      List<Row> test,
      Function<String, String> setName) {
    List<Row> both = new ArrayList<>(training);
    both.addAll(validation);
    StatisticsModel inner = train(machine, training);
    StatisticsModel outer = train(machine, both);
    StatisticsModel innerBaseline = train(SupportVectorTraining.BASELINE, training);
    StatisticsModel outerBaseline = train(SupportVectorTraining.BASELINE, both);
    List<Map<String, double[]>> held =
        validation.stream().map(row -> scores(row, inner, innerBaseline)).toList();
    List<Integer> truths = validation.stream().map(Row::truth).toList();
    JoinedFit joined = JoinedFit.fit(held, truths);
    Map<String, Double> temperatures = temperatures(held, truths, joined);
    return test.stream()
        .map(
            row ->
                new ClipScores(
                    row.example().clip().id(),
                    setName.apply(row.example().clip().dataset()),
                    fold,
                    row.truth(),
                    scores(row, outer, outerBaseline),
                    joined.networkShare(),
                    temperatures))
        .toList();
  }

  private StatisticsModel train(SupportVectorTraining machine, List<Row> rows) {
    return StatisticsModel.train(
        machine,
        rows.stream().map(Row::statistics).toList(),
        rows.stream().mapToInt(Row::truth).toArray(),
        classes);
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
      Row row, StatisticsModel statistics, StatisticsModel baseline) {
    return Map.of(
        Listeners.NETWORK,
        row.network(),
        Listeners.STATISTICS,
        statistics.logProbabilities(row.statistics()),
        Listeners.BASELINE,
        baseline.logProbabilities(row.statistics()));
  }
}
