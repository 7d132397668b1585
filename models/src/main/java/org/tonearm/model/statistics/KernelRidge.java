package org.tonearm.model.statistics;

import java.util.Arrays;

/**
 * Kernel ridge regression with several outputs: answers are sums of the kernel between a row and
 * the training rows, weighted so that the training targets are met but for a ridge on the kernel's
 * diagonal (Saunders et al. 1998). Targets are brought to mean 0 and divided by their deviation
 * plus {@link #LEAST_DEVIATION}; answers are in the same units. Immutable, thread-safe.
 *
 * @param outputs values an answer
 * @param rows numbers of the training rows, within the rows that the kernel was taken with; may be
 *     empty, then every answer is 0
 * @param coefficients one row of {@code outputs} values a training row
 */
@SuppressWarnings("ArrayRecordComponent") // plain vectors on a hot path; not to be changed
public record KernelRidge(int outputs, int[] rows, float[][] coefficients) {
  /** Keeps targets that hardly vary from becoming large. */
  public static final double LEAST_DEVIATION = 0.05;

  /**
   * Trains, in double precision.
   *
   * @param kernel between all rows at hand, n x n, symmetric
   * @param rows numbers of those to train on, each 0 to n - 1
   * @param targets one a row to train on, {@code outputs} values each
   * @param outputs values a target
   * @param ridge added to the kernel's diagonal, above 0
   */
  public static KernelRidge train(
      float[][] kernel, int[] rows, float[][] targets, int outputs, double ridge) {
    int n = rows.length;
    double[][] upper = new double[n][];
    for (int i = 0; i < n; i++) {
      upper[i] = new double[n - i];
      float[] row = kernel[rows[i]];
      for (int j = i; j < n; j++) {
        upper[i][j - i] = row[rows[j]];
      }
      upper[i][0] += ridge;
    }
    double[][] solved = Cholesky.of(upper).solve(standardized(targets, outputs));
    float[][] coefficients = new float[n][outputs];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < outputs; j++) {
        coefficients[i][j] = (float) solved[i][j];
      }
    }
    return new KernelRidge(outputs, rows.clone(), coefficients);
  }

  private static double[][] standardized(float[][] targets, int outputs) {
    int n = targets.length;
    double[][] out = new double[n][outputs];
    for (int j = 0; j < outputs; j++) {
      int column = j;
      double mean = Arrays.stream(targets).mapToDouble(t -> t[column]).sum() / Math.max(1, n);
      double squares =
          Arrays.stream(targets).mapToDouble(t -> (t[column] - mean) * (t[column] - mean)).sum();
      double deviation = Math.sqrt(squares / Math.max(1, n)) + LEAST_DEVIATION;
      for (int i = 0; i < n; i++) {
        out[i][j] = (targets[i][j] - mean) / deviation;
      }
    }
    return out;
  }

  /**
   * Answers for one row.
   *
   * @param kernel between the row and all rows that the training kernel was taken with
   * @param out receives the {@code outputs} answers
   * @param at where in {@code out} they begin
   */
  public void answer(float[] kernel, float[] out, int at) {
    Arrays.fill(out, at, at + outputs, 0f);
    for (int i = 0; i < rows.length; i++) {
      float k = kernel[rows[i]];
      float[] c = coefficients[i];
      for (int j = 0; j < outputs; j++) {
        out[at + j] += k * c[j];
      }
    }
  }
}
