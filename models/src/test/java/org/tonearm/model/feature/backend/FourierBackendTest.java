package org.tonearm.model.feature.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The interface's contract, by the definition of the transform. */
class FourierBackendTest {
  private final FourierBackend backend = new JTransformsBackend();

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 64, 512})
  void forwardReal(int n) {
    float[] signal = noise(n + 2);
    float[] spectrum = signal.clone();
    backend.ofLength(n).forwardReal(spectrum);
    for (int k = 0; k <= n / 2; k++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < n; t++) {
        double angle = -2 * Math.PI * k * t / n;
        re += signal[t] * Math.cos(angle);
        im += signal[t] * Math.sin(angle);
      }
      assertThat(spectrum[2 * k]).isCloseTo((float) re, within(1e-4f));
      assertThat(spectrum[2 * k + 1]).isCloseTo((float) im, within(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 64, 512})
  void inverseComplex(int n) {
    float[] spectrum = noise(2 * n);
    float[] signal = spectrum.clone();
    backend.ofLength(n).inverseComplex(signal);
    for (int t = 0; t < n; t++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < n; k++) {
        double cos = Math.cos(2 * Math.PI * k * t / n);
        double sin = Math.sin(2 * Math.PI * k * t / n);
        re += spectrum[2 * k] * cos - spectrum[2 * k + 1] * sin;
        im += spectrum[2 * k] * sin + spectrum[2 * k + 1] * cos;
      }
      assertThat(signal[2 * t]).isCloseTo((float) re, within(1e-4f));
      assertThat(signal[2 * t + 1]).isCloseTo((float) im, within(1e-4f));
    }
  }

  @Test
  void refusesOtherLengths() {
    assertThatThrownBy(() -> backend.ofLength(12)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> backend.ofLength(1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] noise(int length) {
    Random random = new Random(length);
    float[] noise = new float[length];
    for (int t = 0; t < length; t++) {
      noise[t] = (float) random.nextGaussian();
    }
    return noise;
  }
}
