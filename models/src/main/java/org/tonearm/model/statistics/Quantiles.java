package org.tonearm.model.statistics;

import java.util.Arrays;

/**
 * Quantiles without sorting all values: they are laid into bins of even width, and only the bins
 * that hold the ranks asked for are sorted. Values are read in order and compared with nothing, so
 * that the processor has no branch to guess wrong. Holds its scratch space; for one thread.
 */
final class Quantiles {
  private static final int BINS = 256;

  private final float[] binned;
  private final int[] bins;

  /** Where each bin begins in {@link #binned}; one entry more, where the last one ends. */
  private final int[] starts = new int[BINS + 1];

  private final boolean[] sorted = new boolean[BINS];

  /**
   * For arrays of one length.
   *
   * @param length values that are laid in at a time, one at least
   */
  Quantiles(int length) {
    binned = new float[length];
    bins = new int[length];
  }

  /**
   * Lays values in; what was laid in before is forgotten.
   *
   * @param values finite; not kept, not changed
   */
  void layIn(float[] values) {
    float least = values[0];
    float most = values[0];
    for (float value : values) {
      least = value < least ? value : least;
      most = value > most ? value : most;
    }
    double width = (double) most - least;
    double scale = width > 0 ? (BINS - 1) / width : 0;
    int[] counts = starts;
    Arrays.fill(counts, 0);
    for (int i = 0; i < bins.length; i++) {
      int bin = (int) (((double) values[i] - least) * scale);
      bins[i] = bin;
      counts[bin]++;
    }
    for (int bin = 1; bin <= BINS; bin++) {
      counts[bin] += counts[bin - 1];
    }
    // Each bin is filled from its end, so that its count becomes its start.
    for (int i = 0; i < bins.length; i++) {
      binned[--counts[bins[i]]] = values[i];
    }
    Arrays.fill(sorted, false);
  }

  /**
   * A quantile of the values laid in; between two values a straight line.
   *
   * @param q 0 to 1
   */
  float quantile(double q) {
    double at = q * (binned.length - 1);
    int below = (int) at;
    float lower = ofRank(below);
    if (below + 1 == binned.length) {
      return lower;
    }
    return (float) (lower + (at - below) * (ofRank(below + 1) - lower));
  }

  private float ofRank(int rank) {
    int bin = Arrays.binarySearch(starts, rank);
    if (bin < 0) {
      bin = -bin - 2;
    } else {
      while (starts[bin + 1] == rank) {
        bin++;
      }
    }
    if (!sorted[bin]) {
      Arrays.sort(binned, starts[bin], starts[bin + 1]);
      sorted[bin] = true;
    }
    return binned[rank];
  }
}
