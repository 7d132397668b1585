package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;

/** How the values of frames vary together. Stateless. */
final class Covariance {
  private Covariance() {}

  /**
   * The covariance of the columns, with the divisor count - 1; zeros for a single frame.
   *
   * @return dimensions x dimensions, symmetric
   */
  static double[][] of(Frames frames) {
    double[][] columns = columns(frames);
    int d = columns.length;
    double[][] covariance = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        covariance[i][j] = dot(columns[i], columns[j]) / Math.max(1, frames.count() - 1);
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  /** Column by column, without the column's mean. */
  private static double[][] columns(Frames frames) {
    int d = frames.dimensions();
    double[][] columns = new double[d][frames.count()];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int n = 0; n < frames.count(); n++) {
        columns[j][n] = frames.values()[n * d + j];
        sum += columns[j][n];
      }
      double mean = sum / frames.count();
      for (int n = 0; n < frames.count(); n++) {
        columns[j][n] -= mean;
      }
    }
    return columns;
  }

  /** The means of the columns. */
  static float[] means(Frames frames) {
    int d = frames.dimensions();
    float[] means = new float[d];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int n = 0; n < frames.count(); n++) {
        sum += frames.values()[n * d + j];
      }
      means[j] = (float) (sum / frames.count());
    }
    return means;
  }

  /** From one frame to the next; a frame less, and none of a single frame. */
  static Frames differences(Frames frames) {
    int d = frames.dimensions();
    float[] values = new float[Math.max(0, frames.count() - 1) * d];
    for (int i = 0; i < values.length; i++) {
      values[i] = frames.values()[i + d] - frames.values()[i];
    }
    return new Frames(values.length / d, d, values);
  }

  private static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int n = 0;
    for (; n + 1 < a.length; n += 2) {
      even += a[n] * b[n];
      odd += a[n + 1] * b[n + 1];
    }
    return even + odd + (n < a.length ? a[n] * b[n] : 0);
  }
}
