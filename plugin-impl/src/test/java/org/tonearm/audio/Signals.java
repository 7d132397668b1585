package org.tonearm.audio;

/** Comparisons of signals. */
final class Signals {
  private Signals() {}

  /** Relative error in L2 of {@code length} samples from one place in each. */
  static double relativeError(float[] actual, int at, float[] expected, int from, int length) {
    double error = 0;
    double energy = 0;
    for (int i = 0; i < length; i++) {
      double difference = actual[at + i] - expected[from + i];
      error += difference * difference;
      energy += (double) expected[from + i] * expected[from + i];
    }
    return Math.sqrt(error / energy);
  }

  /** Root mean square of a part. */
  static double level(float[] samples, int from, int to) {
    double energy = 0;
    for (int i = from; i < to; i++) {
      energy += (double) samples[i] * samples[i];
    }
    return Math.sqrt(energy / (to - from));
  }

  /** The lag of up to {@code range} samples either way at which two parts agree best. */
  static int bestLag(float[] actual, int at, float[] expected, int from, int length, int range) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int lag = -range; lag <= range; lag++) {
      double error = relativeError(actual, at, expected, from + lag, length);
      if (error < least) {
        least = error;
        best = lag;
      }
    }
    return best;
  }
}
