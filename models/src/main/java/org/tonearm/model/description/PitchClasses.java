package org.tonearm.model.description;

/** Pitch classes over time, one row of twelve a spectrum. Stateless. */
final class PitchClasses {
  private static final int CLASSES = PitchPeaks.CLASSES;
  private static final int REACH = 4;

  private PitchClasses() {}

  /** The mean over time. */
  static double[] mean(double[][] rows) {
    double[] mean = new double[CLASSES];
    for (double[] row : rows) {
      for (int c = 0; c < CLASSES; c++) {
        mean[c] += row[c] / rows.length;
      }
    }
    return mean;
  }

  /** Means over nine spectra (0.8 s), as many rows; beyond the ends the classes count as 0. */
  static double[][] smoothed(double[][] rows) {
    double[][] smoothed = new double[rows.length][CLASSES];
    for (int n = 0; n < rows.length; n++) {
      for (int m = Math.max(0, n - REACH); m <= Math.min(rows.length - 1, n + REACH); m++) {
        for (int c = 0; c < CLASSES; c++) {
          smoothed[n][c] += rows[m][c] / (2 * REACH + 1);
        }
      }
    }
    return smoothed;
  }

  /** How evenly each row spreads over the classes: the entropy in nats. */
  static double[] entropies(double[][] rows) {
    double[] entropies = new double[rows.length];
    for (int n = 0; n < rows.length; n++) {
      for (double share : rows[n]) {
        entropies[n] -= share * Math.log(share + 1e-6);
      }
    }
    return entropies;
  }

  /** From each row to the next, the sum of all changes; a single 0 for a single row. */
  static double[] changes(double[][] rows) {
    double[] changes = new double[Math.max(1, rows.length - 1)];
    for (int n = 1; n < rows.length; n++) {
      for (int c = 0; c < CLASSES; c++) {
        changes[n - 1] += Math.abs(rows[n][c] - rows[n - 1][c]);
      }
    }
    return changes;
  }

  /**
   * How strongly classes sound together with, or are followed by, those that lie some semitones
   * above: the mean product over all pairs at that distance.
   *
   * @param lag rows from the one class to the other; 0 for the same row
   * @param intervals distances wanted, from 0 semitones up
   * @return one a distance; 0 if the lag leaves no rows
   */
  static double[] intervals(double[][] rows, int lag, int intervals) {
    double[] strength = new double[intervals];
    int pairs = rows.length - lag;
    for (int n = 0; n < pairs; n++) {
      double[] later = rows[n + lag];
      for (int d = 0; d < intervals; d++) {
        double sum = 0;
        for (int c = 0; c < CLASSES; c++) {
          sum += rows[n][c] * later[(c + d) % CLASSES];
        }
        strength[d] += sum / ((double) pairs * CLASSES);
      }
    }
    return strength;
  }
}
