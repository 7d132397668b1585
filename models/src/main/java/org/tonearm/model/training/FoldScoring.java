package org.tonearm.model.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.dataset.Clip;
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
   * @param networks log-probabilities of the fold's networks, by listener; empty in the training
   *     part
   */
  @SuppressWarnings("ArrayRecordComponent") // plain vectors on their way to the scores
  record Row(
      Example example,
      int truth,
      float[] statistics,
      float[] stacked,
      Map<String, double[]> networks) {}

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
    List<HeldOut> scores = new ArrayList<>();
    for (Row row : test) {
      Map<String, double[]> said = new HashMap<>(row.networks());
      said.put(Listeners.STATISTICS, stacked.logProbabilities(row.stacked()));
      said.put(Listeners.BASELINE, baseline.logProbabilities(row.statistics()));
      Clip clip = row.example().clip();
      scores.add(new HeldOut(clip.id(), clip.dataset(), fold, row.truth(), said));
    }
    return scores;
  }
}
