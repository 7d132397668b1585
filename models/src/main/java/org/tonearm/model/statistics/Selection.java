package org.tonearm.model.statistics;

/**
 * Quantiles without sorting: the value of one rank is found by dividing the values, again and
 * again, into smaller and larger ones (Hoare's selection), in time linear in their number.
 */
final class Selection {
  private Selection() {}

  /**
   * A quantile; between two values a straight line.
   *
   * @param values one at least, none NaN; their order is changed
   * @param q 0 to 1
   */
  static float quantile(float[] values, double q) {
    double at = q * (values.length - 1);
    int below = (int) at;
    float lower = ofRank(values, below);
    if (below + 1 == values.length) {
      return lower;
    }
    float upper = values[below + 1];
    for (int i = below + 2; i < values.length; i++) {
      upper = Math.min(upper, values[i]);
    }
    return (float) (lower + (at - below) * (upper - lower));
  }

  /** The value of a rank, from 0; those before it end up no larger, those behind it no smaller. */
  private static float ofRank(float[] values, int rank) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      float pivot = median(values[from], values[(from + to) >>> 1], values[to]);
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          float swapped = values[left];
          values[left++] = values[right];
          values[right--] = swapped;
        }
      }
      if (rank <= right) {
        to = right;
      } else if (rank >= left) {
        from = left;
      } else {
        break;
      }
    }
    return values[rank];
  }

  private static float median(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
