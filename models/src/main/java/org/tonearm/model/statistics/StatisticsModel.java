package org.tonearm.model.statistics;

import java.util.List;
import org.tonearm.model.feature.Frames;

/**
 * The listener without memory: a support-vector machine on statistics of a window. Immutable,
 * thread-safe.
 *
 * @param standardizer of the statistics
 * @param vectors the machine
 */
public record StatisticsModel(Standardizer standardizer, SupportVectors vectors) {
  private static final double SMALLEST = 1e-6;

  /**
   * Trains on rows of {@link WindowStatistics}.
   *
   * @param labels class of each row, 0 to classes - 1
   */
  public static StatisticsModel train(
      SupportVectorTraining training, List<float[]> rows, int[] labels, int classes) {
    Standardizer standardizer = Standardizer.fit(rows);
    List<float[]> standardized = rows.stream().map(standardizer::apply).toList();
    return new StatisticsModel(standardizer, training.train(standardized, labels, classes));
  }

  /** Natural logarithms of the classes' probabilities, for a window's statistics. */
  public double[] logProbabilities(float[] statistics) {
    double[] p = vectors.probabilities(standardizer.apply(statistics));
    double[] log = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      log[i] = Math.log(Math.max(SMALLEST, p[i]));
    }
    return log;
  }

  /** Natural logarithms of the classes' probabilities, for a window. */
  public double[] logProbabilities(Frames window) {
    return logProbabilities(WindowStatistics.of(window));
  }

  /** The plain machine's answer: the class that wins most duels. */
  public int winner(float[] statistics) {
    return vectors.winner(standardizer.apply(statistics));
  }
}
