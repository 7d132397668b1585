package org.tonearm.model.statistics;

import java.util.List;

/**
 * Brings each dimension to mean 0 and deviation 1, as measured on training rows.
 *
 * @param mean one a dimension
 * @param scale reciprocal of the deviation, one a dimension; 0 for a dimension that never varied
 */
@SuppressWarnings("ArrayRecordComponent") // plain vectors on a hot path; not to be changed
public record Standardizer(float[] mean, float[] scale) {

  /** Measures rows of equal length. */
  public static Standardizer fit(List<float[]> rows) {
    int d = rows.get(0).length;
    double[] sum = new double[d];
    double[] squares = new double[d];
    for (float[] row : rows) {
      for (int j = 0; j < d; j++) {
        sum[j] += row[j];
        squares[j] += (double) row[j] * row[j];
      }
    }
    float[] mean = new float[d];
    float[] scale = new float[d];
    for (int j = 0; j < d; j++) {
      double m = sum[j] / rows.size();
      double variance = squares[j] / rows.size() - m * m;
      mean[j] = (float) m;
      scale[j] = variance > 1e-10 ? (float) (1 / Math.sqrt(variance)) : 0f;
    }
    return new Standardizer(mean, scale);
  }

  /** A new, standardised row. */
  public float[] apply(float[] row) {
    float[] out = new float[row.length];
    for (int j = 0; j < row.length; j++) {
      out[j] = (row[j] - mean[j]) * scale[j];
    }
    return out;
  }
}
