package org.tonearm.model.statistics;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
    try (INDArray x = Nd4j.create(rows.toArray(new float[0][]));
        INDArray gram = x.mmul(x.transpose())) {
      float[][] k = gram.toFloatMatrix();
      float[] norm = new float[k.length];
      for (int i = 0; i < k.length; i++) {
        norm[i] = k[i][i];
      }
      for (int i = 0; i < k.length; i++) {
        for (int j = 0; j < k.length; j++) {
          double squared = Math.max(0, (double) norm[i] + norm[j] - 2.0 * k[i][j]);
          k[i][j] = (float) Math.exp(-gamma * squared);
        }
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
