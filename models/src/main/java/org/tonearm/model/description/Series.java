package org.tonearm.model.description;

import java.util.Arrays;

/** Figures of a row of values, at least one. Stateless. */
final class Series {
  private Series() {}

  static double mean(double[] values) {
    return mean(values, 0, values.length);
  }

  /** The mean of {@code length} values, at least one. */
  static double mean(double[] values, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += values[i];
    }
    return sum / length;
  }

  static double deviation(double[] values) {
    return deviation(values, 0, values.length);
  }

  /** The deviation, with the divisor {@code length}, at least one. */
  static double deviation(double[] values, int from, int length) {
    double mean = mean(values, from, length);
    double squares = 0;
    for (int i = from; i < from + length; i++) {
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(squares / length);
  }

  /** The mean distance of neighbours; 0 for a single value. */
  static double meanStep(double[] values) {
    double sum = 0;
    for (int i = 1; i < values.length; i++) {
      sum += Math.abs(values[i] - values[i - 1]);
    }
    return sum / Math.max(1, values.length - 1);
  }

  /** Percentiles; between two values a straight line. */
  static double[] percentiles(double[] values, int... percents) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] out = new double[percents.length];
    for (int p = 0; p < percents.length; p++) {
      double at = percents[p] / 100.0 * (sorted.length - 1);
      int below = (int) at;
      int above = Math.min(below + 1, sorted.length - 1);
      out[p] = sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
    return out;
  }
}
