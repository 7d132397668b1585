package org.tonearm.model.statistics;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * How alike two rows are: exp(-gamma |a - b|^2), 1 for equal ones. Thread-safe.
 *
 * @param gamma above 0
 */
public record GaussianKernel(double gamma) {

  /**
   * Between all rows, computed at once.
   *
   * @param rows n rows of equal length
   * @return n x n, symmetric; owned by the caller
   */
  public float[][] among(List<float[]> rows) {
    float[][] k = products(rows);
    float[] norm = new float[k.length];
    for (int i = 0; i < k.length; i++) {
      norm[i] = k[i][i];
    }
    for (int i = 0; i < k.length; i++) {
      for (int j = i; j < k.length; j++) {
        double squared = Math.max(0, (double) norm[i] + norm[j] - 2.0 * k[i][j]);
        k[i][j] = (float) Math.exp(-gamma * squared);
        k[j][i] = k[i][j];
      }
    }
    return k;
  }

  /** Inner products of all rows; of the two halves only the upper right one is filled in. */
  private static float[][] products(List<float[]> rows) {
    int count = rows.size();
    int length = rows.get(0).length;
    try (FloatPointer x = new FloatPointer((long) count * length);
        FloatPointer gram = new FloatPointer((long) count * count)) {
      for (int i = 0; i < count; i++) {
        x.position((long) i * length).put(rows.get(i), 0, length);
      }
      openblas_nolapack.cblas_ssyrk(
          openblas_nolapack.CblasRowMajor,
          openblas_nolapack.CblasUpper,
          openblas_nolapack.CblasNoTrans,
          count,
          length,
          1f,
          x.position(0),
          length,
          0f,
          gram,
          count);
      float[][] k = new float[count][count];
      for (int i = 0; i < count; i++) {
        gram.position((long) i * count + i).get(k[i], i, count - i);
      }
      return k;
    }
  }

  /**
   * Between one row and others of its length.
   *
   * @return one value, 0 to 1, for each of the others; owned by the caller
   */
  public float[] between(float[] row, RowSet others) {
    float[] k = others.squaredDistances(row);
    for (int i = 0; i < k.length; i++) {
      k[i] = (float) Math.exp(-gamma * k[i]);
    }
    return k;
  }
}
