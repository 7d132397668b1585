package org.tonearm.model.suite.measure;

import java.util.Arrays;
import org.tonearm.model.feature.Frames;

/** The linear baseline's features: mean and standard deviation of each band over a clip. */
public final class BandStatistics {
  private BandStatistics() {}

  /**
   * Computes them.
   *
   * @param frames at least one
   * @return 2 x dimensions values: all means, then all deviations
   */
  public static float[] of(Frames frames) {
    int d = frames.dimensions();
    int n = frames.count();
    float[] mean = SegmentFeatures.scattering(frames);
    float[] out = Arrays.copyOf(mean, 2 * d);
    for (int j = 0; j < d; j++) {
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double difference = frames.values()[i * d + j] - mean[j];
        squares += difference * difference;
      }
      out[d + j] = (float) Math.sqrt(squares / n);
    }
    return out;
  }
}
