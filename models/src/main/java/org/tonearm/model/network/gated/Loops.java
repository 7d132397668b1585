package org.tonearm.model.network.gated;

/** Loops over the first n values of arrays, of which the JIT compiler makes vector instructions. */
public final class Loops {
  private Loops() {}

  /** sum += values. */
  public static void add(float[] sum, float[] values, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += values[j];
    }
  }

  /** sum += a * b, element by element. */
  public static void addProduct(float[] sum, float[] a, float[] b, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += a[j] * b[j];
    }
  }
}
