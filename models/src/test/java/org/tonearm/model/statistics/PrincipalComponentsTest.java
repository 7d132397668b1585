package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.model.feature.Frames;

class PrincipalComponentsTest {

  @ParameterizedTest
  @CsvSource({"600, 150, 25", "90, 200, 25", "300, 12, 12", "300, 40, 1"})
  void agreesWithTheWholeDecomposition(int count, int dimensions, int wanted) {
    Frames rows = rows(count, dimensions);
    EigenDecomposition exact = exact(rows);
    PrincipalComponents found = PrincipalComponents.fit(rows, wanted);

    assertThat(found.axes()).hasDimensions(wanted, dimensions);
    for (int k = 0; k < wanted; k++) {
      double variance = exact.getRealEigenvalue(k);
      assertThat((double) found.variances()[k]).isCloseTo(variance, within(1e-3 * variance));
      double along = 0;
      for (int j = 0; j < dimensions; j++) {
        along += found.axes()[k][j] * exact.getEigenvector(k).getEntry(j);
      }
      assertThat(Math.abs(along)).as("axis %d", k).isCloseTo(1, within(5e-3));
    }
  }

  @Test
  void rowsAreSeenFromTheirMean() {
    Frames rows = rows(50, 10);
    PrincipalComponents found = PrincipalComponents.fit(rows, 3);
    assertThat(found.apply(found.mean())).containsOnly(0);
    float[] moved = found.mean().clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += 2 * found.axes()[1][j];
    }
    float[] seen = found.apply(moved);
    assertThat(seen[0]).isCloseTo(0, within(1e-4f));
    assertThat(seen[1]).isCloseTo(2, within(1e-4f));
  }

  @Test
  void givesNoMoreAxesThanThereAreRows() {
    PrincipalComponents found = PrincipalComponents.fit(rows(5, 30), 10);
    assertThat(found.axes()).hasDimensions(5, 30);
    assertThat(found.variances()[4]).as("five rows span four directions").isLessThan(1e-4f);
    for (float[] axis : found.axes()) {
      for (float value : axis) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void isTheSameEachTime() {
    Frames rows = rows(100, 60);
    assertThat(PrincipalComponents.fit(rows, 9).axes())
        .isDeepEqualTo(PrincipalComponents.fit(rows, 9).axes());
  }

  /** Rows whose variances fall by a sixth from one hidden direction to the next. */
  private static Frames rows(int count, int dimensions) {
    Random random = new Random(5);
    float[][] directions = new float[dimensions][dimensions];
    for (float[] direction : directions) {
      for (int j = 0; j < dimensions; j++) {
        direction[j] = (float) random.nextGaussian();
      }
    }
    float[] values = new float[count * dimensions];
    for (int n = 0; n < count; n++) {
      double size = 1;
      for (float[] direction : directions) {
        double amount = size * random.nextGaussian();
        for (int j = 0; j < dimensions; j++) {
          values[n * dimensions + j] += (float) (amount * direction[j]);
        }
        size *= Math.sqrt(5 / 6.0);
      }
      for (int j = 0; j < dimensions; j++) {
        values[n * dimensions + j] += 3 + j % 7;
      }
    }
    return new Frames(count, dimensions, values);
  }

  private static EigenDecomposition exact(Frames rows) {
    int d = rows.dimensions();
    double[] mean = new double[d];
    for (int i = 0; i < rows.values().length; i++) {
      mean[i % d] += rows.values()[i] / (double) rows.count();
    }
    double[][] covariance = new double[d][d];
    for (int n = 0; n < rows.count(); n++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j <= i; j++) {
          covariance[i][j] +=
              (rows.values()[n * d + i] - mean[i])
                  * (rows.values()[n * d + j] - mean[j])
                  / rows.count();
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < i; j++) {
        covariance[j][i] = covariance[i][j];
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(covariance));
  }
}
