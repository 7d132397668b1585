package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class GaussianKernelTest {
  @Test
  void allAtOnceIsTheSameAsPairByPair() {
    GaussianKernel kernel = new GaussianKernel(0.07);
    Random random = new Random(5);
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      float[] row = new float[11];
      for (int j = 0; j < row.length; j++) {
        row[j] = (float) random.nextGaussian();
      }
      rows.add(row);
    }
    float[][] others = rows.toArray(new float[0][]);
    float[][] all = kernel.among(rows);
    for (int i = 0; i < all.length; i++) {
      float[] alone = kernel.between(others[i], RowSet.of(others));
      assertThat(all[i]).containsExactly(alone, within(1e-5f));
      for (int j = 0; j < i; j++) {
        assertThat(all[i][j]).as("symmetric").isEqualTo(all[j][i]);
      }
    }
  }
}
