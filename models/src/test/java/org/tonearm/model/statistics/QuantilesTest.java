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
class QuantilesTest {

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

    assertThat(of(values, q)).isEqualTo(expected);
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

    assertThat(of(shuffled, 1)).isEqualTo(sorted[count - 1]);
  }

  @Test
  void theSameScratchSpaceServesTheNextValues() {
    Quantiles quantiles = new Quantiles(5);
    quantiles.layIn(new float[] {5, 1, 4, 2, 3});

    assertThat(quantiles.quantile(0.9)).isEqualTo(4.6f);
    assertThat(quantiles.quantile(0.1)).isEqualTo(1.4f);

    quantiles.layIn(new float[] {7, 7, 7, 7, 7});

    assertThat(quantiles.quantile(0.9)).isEqualTo(7);
  }

  @Test
  void oneFarValueBesideManyNearOnesIsNoFault() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * 7919 % 1000) * 1e-6f;
    }
    values[500] = Float.MAX_VALUE;
    values[501] = -Float.MAX_VALUE;
    float[] sorted = values.clone();
    Arrays.sort(sorted);

    assertThat(of(values, 1)).isEqualTo(sorted[999]);
    assertThat(of(values, 0)).isEqualTo(sorted[0]);
    assertThat(of(values, 100 / 999.0)).isEqualTo(sorted[100]);
  }

  private static float of(float[] values, double q) {
    Quantiles quantiles = new Quantiles(values.length);
    quantiles.layIn(values);
    return quantiles.quantile(q);
  }

  private static float[] finite(float[] values) {
    float[] out = values.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = Float.isFinite(out[i]) ? out[i] : 0;
    }
    return out;
  }
}
