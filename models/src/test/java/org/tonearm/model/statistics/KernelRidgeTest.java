package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the regression against scikit-learn and against a solver written out. */
class KernelRidgeTest {
  private static final GaussianKernel KERNEL = new GaussianKernel(0.7);

  /** The rows and targets of {@code kernel_ridge.py}, which made the golden answers. */
  @Test
  void answersAsScikitLearnDoes() throws Exception {
    List<float[]> rows = rows(37, 0);
    float[][] targets = new float[37][];
    for (int i = 0; i < 37; i++) {
      float[] x = rows.get(i);
      targets[i] =
          new float[] {(float) Math.cos(0.9 * i), i % 3 == 0 ? 1 : 0, 0.25f * x[0] + x[1] * x[1]};
    }
    KernelRidge ridge =
        KernelRidge.train(KERNEL.among(rows), IntStream.range(0, 37).toArray(), targets, 3, 0.3);
    List<String> golden;
    try (InputStream in = KernelRidgeTest.class.getResourceAsStream("kernel_ridge.csv")) {
      golden = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    List<float[]> unseen = rows(5, 100);
    for (int i = 0; i < 5; i++) {
      float[] answer = new float[3];
      ridge.answer(
          KERNEL.between(unseen.get(i), RowSet.of(rows.toArray(float[][]::new))), answer, 0);
      String[] wanted = golden.get(i).split(",");
      for (int j = 0; j < 3; j++) {
        assertThat((double) answer[j]).isCloseTo(Double.parseDouble(wanted[j]), within(2e-5));
      }
    }
  }

  @Test
  void solvesTheEquationsOfTheRowsChosen() {
    Random random = new Random(3);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] row = new float[7];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) (0.6 * random.nextGaussian());
      }
      rows.add(row);
    }
    int[] chosen = IntStream.range(0, 60).filter(i -> i % 4 != 1).toArray();
    float[][] targets = new float[chosen.length][1];
    for (float[] target : targets) {
      target[0] = (float) random.nextGaussian();
    }
    float[][] kernel = KERNEL.among(rows);
    KernelRidge ridge = KernelRidge.train(kernel, chosen, targets, 1, 0.1);
    double mean = Arrays.stream(targets).mapToDouble(t -> t[0]).average().orElseThrow();
    double variance =
        Arrays.stream(targets).mapToDouble(t -> Math.pow(t[0] - mean, 2)).average().orElseThrow();
    double[][] equations = new double[chosen.length][chosen.length + 1];
    for (int i = 0; i < chosen.length; i++) {
      for (int j = 0; j < chosen.length; j++) {
        equations[i][j] = kernel[chosen[i]][chosen[j]] + (i == j ? 0.1 : 0);
      }
      equations[i][chosen.length] = (targets[i][0] - mean) / (Math.sqrt(variance) + 0.05);
    }
    double[] wanted = gauss(equations);
    for (int i = 0; i < wanted.length; i++) {
      assertThat((double) ridge.coefficients()[i][0]).isCloseTo(wanted[i], within(1e-4));
    }
  }

  @Test
  void withoutRowsItSaysNothing() {
    KernelRidge ridge = KernelRidge.train(new float[2][2], new int[0], new float[0][], 2, 0.3);
    float[] out = {5, 5, 5};
    ridge.answer(new float[2], out, 1);
    assertThat(out).containsExactly(5, 0, 0);
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsRefused() {
    assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1");
  }

  private static List<float[]> rows(int count, int first) {
    List<float[]> rows = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      float[] row = new float[4];
      for (int j = 0; j < 4; j++) {
        row[j] = (float) Math.sin(1.7 * i + 2.3 * j + 0.31 * i * j);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Elimination with pivots; the last column is the right-hand side. */
  private static double[] gauss(double[][] a) {
    int n = a.length;
    for (int k = 0; k < n; k++) {
      int best = k;
      for (int i = k; i < n; i++) {
        best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
      }
      double[] swap = a[k];
      a[k] = a[best];
      a[best] = swap;
      for (int i = 0; i < n; i++) {
        double factor = i == k ? 0 : a[i][k] / a[k][k];
        for (int j = k; j <= n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    return IntStream.range(0, n).mapToDouble(i -> a[i][n] / a[i][i]).toArray();
  }
}
