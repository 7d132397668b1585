package org.tonearm.model.statistics;

import org.tonearm.model.feature.Frames;

/**
 * Five statistics of every row of features over a window: mean, standard deviation, 10th and 90th
 * percentile, and mean absolute difference between neighbouring frames.
 *
 * <p>The first is the segment feature of Dai et al., equation 10; the others tell spread and
 * motion.
 */
public final class WindowStatistics {
  /** Statistics a row. */
  public static final int KINDS = 5;

  private WindowStatistics() {}

  /**
   * Computes them.
   *
   * @param frames at least one frame
   * @return {@link #KINDS} x dimensions values: all means, then all deviations, and so on
   */
  public static float[] of(Frames frames) {
    int n = frames.count();
    int d = frames.dimensions();
    float[] x = frames.values();
    float[] out = new float[KINDS * d];
    float[] row = new float[n];
    Quantiles quantiles = new Quantiles(n);
    for (int j = 0; j < d; j++) {
      double sum = 0;
      double difference = 0;
      for (int i = 0; i < n; i++) {
        row[i] = x[i * d + j];
        sum += row[i];
        difference += i == 0 ? 0 : Math.abs(row[i] - row[i - 1]);
      }
      double mean = sum / n;
      double squares = 0;
      for (float v : row) {
        squares += (v - mean) * (v - mean);
      }
      quantiles.layIn(row);
      out[j] = (float) mean;
      out[d + j] = (float) Math.sqrt(squares / n);
      out[2 * d + j] = quantiles.quantile(0.1);
      out[3 * d + j] = quantiles.quantile(0.9);
      out[4 * d + j] = (float) (difference / Math.max(1, n - 1));
    }
    return out;
  }
}
