package org.tonearm.model.network.gated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashTest {
  @Test
  void agreesWithTheJdk() {
    float[] x = new float[4001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 2000) * 0.0125f;
    }
    float[] tanh = x.clone();
    Squash.tanh(tanh, tanh.length);
    float[] sigmoid = x.clone();
    Squash.sigmoid(sigmoid, sigmoid.length);
    for (int i = 0; i < x.length; i++) {
      assertThat((double) tanh[i]).isCloseTo(Math.tanh(x[i]), within(5e-7)).isBetween(-1.0, 1.0);
      double expected = 1 / (1 + Math.exp(-x[i]));
      assertThat((double) sigmoid[i]).isCloseTo(expected, within(5e-7)).isBetween(-1e-7, 1 + 1e-7);
    }
  }

  @Test
  void takesOnlyAsManyAsTold() {
    float[] values = {1, Float.MAX_VALUE, -Float.MAX_VALUE, 3};
    Squash.tanh(values, 3);
    assertThat(values[1]).isCloseTo(1f, within(5e-7f));
    assertThat(values[2]).isCloseTo(-1f, within(5e-7f));
    assertThat(values[3]).isEqualTo(3f);
  }
}
