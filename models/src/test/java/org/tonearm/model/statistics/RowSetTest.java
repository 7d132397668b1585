package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 601})
  void productsAndDistancesAreThoseOfTheRowsOneByOne(int length) {
    Random random = new Random(length);
    float[][] rows = new float[45][length];
    float[] row = new float[length];
    for (int j = 0; j < length; j++) {
      row[j] = (float) random.nextGaussian();
      for (float[] other : rows) {
        other[j] = (float) random.nextGaussian();
      }
    }
    RowSet set = RowSet.of(rows);
    float[] products = set.products(row);
    float[] squared = set.squaredDistances(row);

    for (int i = 0; i < rows.length; i++) {
      double product = 0;
      double distance = 0;
      for (int j = 0; j < length; j++) {
        product += (double) row[j] * rows[i][j];
        distance += Math.pow((double) row[j] - rows[i][j], 2);
      }
      assertThat((double) products[i]).isCloseTo(product, within(1e-5 * length));
      assertThat((double) squared[i]).isCloseTo(distance, within(1e-5 * length));
    }
  }

  @Test
  void theRowsComeBackAsTheyWere() {
    float[][] rows = {{1, 2, 3}, {4, 5, 6}};

    assertThat(RowSet.of(rows).toArray()).isDeepEqualTo(rows);
    assertThat(RowSet.of(new float[0][]).squaredDistances(new float[] {1})).isEmpty();
  }

  @Test
  void rowsOfOtherLengthsAreRefused() {
    RowSet set = RowSet.of(new float[][] {{1, 2}});

    assertThatThrownBy(() -> set.products(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 values, not 3");
    assertThatThrownBy(() -> RowSet.of(new float[][] {{1}, {1, 2}}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
