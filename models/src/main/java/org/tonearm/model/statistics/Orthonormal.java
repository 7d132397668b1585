package org.tonearm.model.statistics;

/** Vectors as rows that stand at right angles and have length 1. Stateless. */
final class Orthonormal {
  private static final double SMALLEST = 1e-12;

  private Orthonormal() {}

  /**
   * Makes rows orthonormal, in place, by Gram and Schmidt's method, each row twice. A row that is a
   * combination of those before it becomes 0.
   */
  static void makeRows(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      double before = Math.sqrt(dot(rows[i], rows[i]));
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          add(rows[i], rows[j], -dot(rows[i], rows[j]));
        }
      }
      double length = Math.sqrt(dot(rows[i], rows[i]));
      double scale = length > SMALLEST * before && length > 0 ? 1 / length : 0;
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] *= scale;
      }
    }
  }

  /** The weighted sum of rows, as an axis: its largest value is made positive. */
  static float[] combination(double[][] rows, double[] weights) {
    double[] sum = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      add(sum, rows[i], weights[i]);
    }
    double largest = 0;
    for (double value : sum) {
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    float[] axis = new float[sum.length];
    for (int k = 0; k < axis.length; k++) {
      axis[k] = (float) (largest < 0 ? -sum[k] : sum[k]);
    }
    return axis;
  }

  /** A copy in single precision. */
  static float[][] floats(double[][] rows) {
    float[][] copy = new float[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < copy[i].length; k++) {
        copy[i][k] = (float) rows[i][k];
      }
    }
    return copy;
  }

  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k + 3 < a.length; k += 4) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < a.length; k++) {
      s0 += a[k] * b[k];
    }
    return s0 + s1 + s2 + s3;
  }

  private static void add(double[] to, double[] vector, double factor) {
    for (int k = 0; k < to.length; k++) {
      to[k] += factor * vector[k];
    }
  }
}
