package org.tonearm.model.description;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The logarithm of a covariance matrix. Covariances do not lie in a flat space; their logarithms
 * do, so that plain distances between them mean what they should: how much louder a direction
 * varies, not by how many units.
 *
 * <p>Source: Arsigny, Fillard, Pennec and Ayache, "Log-Euclidean Metrics for Fast and Simple
 * Calculus on Diffusion Tensors", Magnetic Resonance in Medicine 56 (2), 2006. Ours: a ridge on the
 * diagonal before, which keeps silence finite. Stateless.
 */
final class LogCovariance {
  private static final double SMALLEST = 1e-6;

  private LogCovariance() {}

  /**
   * log(covariance + ridge x identity).
   *
   * @param covariance symmetric; not changed
   * @param ridge above 0
   */
  static double[][] of(double[][] covariance, double ridge) {
    int d = covariance.length;
    Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(covariance);
    for (int i = 0; i < d; i++) {
      matrix.addToEntry(i, i, ridge);
    }
    EigenDecomposition eigen = new EigenDecomposition(matrix);
    double[][] vectors = eigen.getV().getData();
    double[] values = eigen.getRealEigenvalues();
    double[] logarithms = new double[d];
    for (int k = 0; k < d; k++) {
      logarithms[k] = Math.log(Math.max(SMALLEST, values[k]));
    }
    double[][] logarithm = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum += vectors[i][k] * vectors[j][k] * logarithms[k];
        }
        logarithm[i][j] = sum;
        logarithm[j][i] = sum;
      }
    }
    return logarithm;
  }
}
