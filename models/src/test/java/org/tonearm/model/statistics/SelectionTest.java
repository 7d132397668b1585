package org.tonearm.model.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Held against sorting. */
class SelectionTest {

  @Property
  void aQuantileIsThatOfTheSortedValues(
      @ForAll @Size(min = 1, max = 300) float[] some, @ForAll @FloatRange(max = 1) float q) {
    float[] values = finite(some);
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = (double) q * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    float expected = (float) (sorted[below] + (at - below) * (sorted[above] - sorted[below]));

    assertThat(Selection.quantile(values, q)).isEqualTo(expected);
  }

  @Property
  void equalValuesAreFound(@ForAll @IntRange(min = 1, max = 300) int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i % 3;
    }
    Arrays.sort(values);
    float[] shuffled = values.clone();
    for (int i = 0; i < count; i++) {
      shuffled[i] = values[(int) ((i * 7919L) % count)];
    }
    float[] sorted = shuffled.clone();
    Arrays.sort(sorted);

    assertThat(Selection.quantile(shuffled, 1)).isEqualTo(sorted[count - 1]);
  }

  @Test
  void theArrayMayBeAskedAgain() {
    float[] values = {5, 1, 4, 2, 3};

    assertThat(Selection.quantile(values, 0.9)).isEqualTo(4.6f);
    assertThat(Selection.quantile(values, 0.1)).isEqualTo(1.4f);
    assertThat(values).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  private static float[] finite(float[] values) {
    float[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = Float.isFinite(out[i]) ? out[i] : 0;
    }
    return out;
  }
}
