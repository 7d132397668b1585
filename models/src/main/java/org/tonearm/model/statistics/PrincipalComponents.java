package org.tonearm.model.statistics;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.tonearm.model.feature.Frames;

/**
 * The directions in which rows vary most, measured on training rows.
 *
 * <p>They are found by subspace iteration from a random start: the rows' covariance is applied to
 * somewhat more vectors than are asked for, which are made orthogonal again, several times; the
 * covariance within their span is then solved exactly. Directions whose variances are almost alike
 * may come out mixed. Source: Halko, Martinsson and Tropp, "Finding Structure with Randomness",
 * SIAM Review 53 (2), 2011, algorithms 4.4 and 5.3. The same rows give the same result on the same
 * machine.
 *
 * @param mean of the rows, one a dimension
 * @param axes directions of length 1, by falling variance; each axis' largest value is positive
 * @param variances of the rows along the axes, divided by the count of rows
 */
@SuppressWarnings("ArrayRecordComponent") // plain matrices; not to be changed
public record PrincipalComponents(float[] mean, float[][] axes, float[] variances) {
  private static final int ROUNDS = 12;
  private static final int FEWEST_SPARE = 20;

  /**
   * Measures rows.
   *
   * @param rows at least one; not changed
   * @param count axes wanted; fewer come where there are fewer rows or dimensions
   */
  public static PrincipalComponents fit(Frames rows, int count) {
    int dimensions = rows.dimensions();
    int most = Math.min(rows.count(), dimensions);
    int wanted = Math.min(count, most);
    int span = Math.min(wanted + Math.max(FEWEST_SPARE, wanted / 4), most);
    try (INDArray x = Nd4j.create(rows.values(), new long[] {rows.count(), dimensions});
        INDArray mean = x.mean(0)) {
      x.subiRowVector(mean);
      double[][] basis = start(span, dimensions);
      for (int round = 0; round < ROUNDS; round++) {
        Orthonormal.makeRows(basis);
        basis = applied(x, basis);
      }
      Orthonormal.makeRows(basis);
      return solve(x, mean.toFloatVector(), basis, wanted);
    }
  }

  /** A new row: where a row stands along the axes, seen from the mean. */
  public float[] apply(float[] row) {
    float[] out = new float[axes.length];
    for (int k = 0; k < out.length; k++) {
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        sum += (double) (row[j] - mean[j]) * axes[k][j];
      }
      out[k] = (float) sum;
    }
    return out;
  }

  private static double[][] start(int count, int dimensions) {
    Random random = new Random(1);
    double[][] basis = new double[count][dimensions];
    for (double[] vector : basis) {
      for (int j = 0; j < dimensions; j++) {
        vector[j] = random.nextGaussian();
      }
    }
    return basis;
  }

  /** The covariance of x, applied to each row of a basis. */
  private static double[][] applied(INDArray x, double[][] basis) {
    try (INDArray along = along(x, basis);
        INDArray back = along.transpose().mmul(x)) {
      return back.divi(x.rows()).toDoubleMatrix();
    }
  }

  /** Where the rows of x stand along the rows of a basis. */
  private static INDArray along(INDArray x, double[][] basis) {
    try (INDArray vectors = Nd4j.create(Orthonormal.floats(basis))) {
      return x.mmul(vectors.transpose());
    }
  }

  private static PrincipalComponents solve(INDArray x, float[] mean, double[][] basis, int wanted) {
    double[][] within;
    try (INDArray along = along(x, basis);
        INDArray gram = along.transpose().mmul(along)) {
      within = gram.divi(x.rows()).toDoubleMatrix();
    }
    EigenDecomposition eigen = new EigenDecomposition(symmetric(within));
    float[][] axes = new float[wanted][];
    float[] variances = new float[wanted];
    for (int k = 0; k < wanted; k++) {
      axes[k] = Orthonormal.combination(basis, eigen.getEigenvector(k).toArray());
      variances[k] = (float) Math.max(0, eigen.getRealEigenvalue(k));
    }
    return new PrincipalComponents(mean, axes, variances);
  }

  private static Array2DRowRealMatrix symmetric(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = matrix[j][i];
      }
    }
    return new Array2DRowRealMatrix(matrix, false);
  }
}
