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
public record StatisticsModel(Standardizer standardizer, SupportVectors vectors)
    implements WindowListener {
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
    return vectors.logProbabilities(standardizer.apply(statistics));
  }

  /** Hears as many of a frame's leading values as it was trained on. */
  @Override
  public double[] logProbabilities(Frames window) {
    return logProbabilities(WindowStatistics.of(window.leading(dimensions())));
  }

  /** Values a frame that it was trained on. */
  public int dimensions() {
    return standardizer.mean().length / WindowStatistics.KINDS;
  }
}
