package org.tonearm.model.statistics;

import java.util.Arrays;

/**
 * A symmetric positive definite matrix A as R^T R, R upper triangular, to solve equations with.
 * Rows are eliminated several at a time, so that the rest of the matrix passes through the cache
 * once for all of them.
 */
final class Cholesky {
  private static final int BLOCK = 8;

  /** Row i holds columns i and above. */
  private final double[][] r;

  private Cholesky(double[][] r) {
    this.r = r;
  }

  /**
   * Decomposes.
   *
   * @param upper row i holds the matrix's columns i to n - 1; overwritten
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  static Cholesky of(double[][] upper) {
    int n = upper.length;
    for (int from = 0; from < n; from += BLOCK) {
      int to = Math.min(n, from + BLOCK);
      for (int k = from; k < to; k++) {
        for (int above = from; above < k; above++) {
          subtract(upper[k], upper[above], k - above, upper[above][k - above]);
        }
        double pivot = upper[k][0];
        if (!(pivot > 0)) {
          throw new IllegalArgumentException("not positive definite at row " + k + ": " + pivot);
        }
        double scale = 1 / Math.sqrt(pivot);
        for (int j = 0; j < upper[k].length; j++) {
          upper[k][j] *= scale;
        }
      }
      for (int i = to; i < n; i++) {
        subtractBlock(upper, from, to, i);
      }
    }
    return new Cholesky(upper);
  }

  /** Takes rows from..to - 1, scaled by their values in column i, off row i. */
  private static void subtractBlock(double[][] r, int from, int to, int i) {
    int k = from;
    for (; k + 3 < to; k += 4) {
      double[] r0 = r[k];
      double[] r1 = r[k + 1];
      double[] r2 = r[k + 2];
      double[] r3 = r[k + 3];
      int at = i - k;
      double a0 = r0[at];
      double a1 = r1[at - 1];
      double a2 = r2[at - 2];
      double a3 = r3[at - 3];
      double[] row = r[i];
      for (int j = 0; j < row.length; j++) {
        row[j] -= a0 * r0[at + j] + a1 * r1[at - 1 + j] + a2 * r2[at - 2 + j] + a3 * r3[at - 3 + j];
      }
    }
    for (; k < to; k++) {
      subtract(r[i], r[k], i - k, r[k][i - k]);
    }
  }

  /** row -= factor x other, which begins {@code at} columns before row. */
  private static void subtract(double[] row, double[] other, int at, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= factor * other[at + j];
    }
  }

  /**
   * Solves A X = B.
   *
   * @param b n rows of equal length; not changed
   * @return X, n rows; owned by the caller
   */
  double[][] solve(double[][] b) {
    int n = r.length;
    double[][] x = Arrays.stream(b).map(double[]::clone).toArray(double[][]::new);
    for (int k = 0; k < n; k++) {
      scale(x[k], 1 / r[k][0]);
      for (int i = k + 1; i < n; i++) {
        subtract(x[i], x[k], 0, r[k][i - k]);
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int i = k + 1; i < n; i++) {
        subtract(x[k], x[i], 0, r[k][i - k]);
      }
      scale(x[k], 1 / r[k][0]);
    }
    return x;
  }

  private static void scale(double[] row, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }
}
