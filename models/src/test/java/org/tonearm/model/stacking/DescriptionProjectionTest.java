package org.tonearm.model.stacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DescriptionProjectionTest {
  private static final List<DescriptionBlock> BLOCKS =
      List.of(new DescriptionBlock("a", 3, 3), new DescriptionBlock("b", 5, 1));

  /** With all axes kept, the turn keeps distances: those of standardised, weighted values. */
  @Test
  void distancesWeighEachBlockByItsWeight() {
    List<float[]> rows = rows(40);
    DescriptionProjection projection = DescriptionProjection.fit(rows, BLOCKS, 8);
    double[] mean = new double[8];
    double[] variance = new double[8];
    for (int j = 0; j < 8; j++) {
      int column = j;
      mean[j] = rows.stream().mapToDouble(r -> r[column]).average().orElseThrow();
      variance[j] =
          rows.stream()
              .mapToDouble(r -> Math.pow(r[column] - mean[column], 2))
              .average()
              .orElseThrow();
    }
    variance[7] = Double.POSITIVE_INFINITY; // never varied: tells nothing
    float[] a = rows.get(0);
    float[] b = rows.get(1);
    double wanted = 0;
    for (int j = 0; j < 8; j++) {
      double share = j < 3 ? 0.75 / 3 : 0.25 / 5;
      wanted += share * Math.pow(a[j] - b[j], 2) / variance[j];
    }
    float[] x = projection.apply(a);
    float[] y = projection.apply(b);
    double distance = 0;
    for (int k = 0; k < x.length; k++) {
      distance += Math.pow(x[k] - y[k], 2);
    }
    assertThat(distance).isCloseTo(wanted, within(1e-4));
  }

  @Test
  void keepsTheAxesThatTellMost() {
    Random random = new Random(2);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float common = (float) random.nextGaussian();
      float[] row = new float[8];
      for (int j = 0; j < 8; j++) {
        row[j] = common + (float) (0.1 * random.nextGaussian());
      }
      rows.add(row);
    }
    DescriptionProjection projection = DescriptionProjection.fit(rows, BLOCKS, 1);
    assertThat(projection.axes().toArray()).hasDimensions(1, 8);
    double variance =
        rows.stream().mapToDouble(r -> Math.pow(projection.apply(r)[0], 2)).average().orElseThrow();
    assertThat(variance).isBetween(0.9, 1.0); // of 1, the weights' sum
  }

  private static List<float[]> rows(int count) {
    Random random = new Random(1);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = new float[8];
      for (int j = 0; j < 7; j++) {
        row[j] = (float) (3 * j + (j + 1) * random.nextGaussian());
      }
      row[7] = 4;
      rows.add(row);
    }
    return rows;
  }
}
