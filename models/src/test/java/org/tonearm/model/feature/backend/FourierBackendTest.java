package org.tonearm.model.feature.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The interface's contract, by the definition of the transform. */
class FourierBackendTest {
  private static Stream<Arguments> backends() {
    return Stream.of(new JTransformsBackend(), new AvTransformBackend())
        .flatMap(b -> IntStream.of(4, 8, 64, 512, 2048).mapToObj(n -> Arguments.of(b, n)));
  }

  @ParameterizedTest
  @MethodSource("backends")
  void forwardReal(FourierBackend backend, int n) {
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
      assertThat(spectrum[2 * k]).isCloseTo((float) re, within(2e-4f));
      assertThat(spectrum[2 * k + 1]).isCloseTo((float) im, within(2e-4f));
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void inverseComplex(FourierBackend backend, int n) {
    float[] spectrum = noise(2 * n);
    float[] signal = spectrum.clone();
    backend.ofLength(n).inverseComplex(signal, n);
    for (int t = 0; t < n; t++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < n; k++) {
        double cos = Math.cos(2 * Math.PI * k * t / n);
        double sin = Math.sin(2 * Math.PI * k * t / n);
        re += spectrum[2 * k] * cos - spectrum[2 * k + 1] * sin;
        im += spectrum[2 * k] * sin + spectrum[2 * k + 1] * cos;
      }
      assertThat(signal[2 * t]).isCloseTo((float) re, within(2e-4f));
      assertThat(signal[2 * t + 1]).isCloseTo((float) im, within(2e-4f));
    }
  }

  @Test
  void agreeAtLength() {
    int n = 1 << 17;
    float[] expected = noise(n + 2);
    float[] actual = expected.clone();
    new JTransformsBackend().ofLength(n).forwardReal(expected);
    new AvTransformBackend().ofLength(n).forwardReal(actual);
    assertThat(distance(expected, actual)).isLessThan(1e-6);

    expected = noise(2 * n);
    actual = expected.clone();
    new JTransformsBackend().ofLength(n).inverseComplex(expected, n);
    new AvTransformBackend().ofLength(n).inverseComplex(actual, n);
    assertThat(distance(expected, actual)).isLessThan(1e-6);
  }

  @Test
  void oneTransformServesManyThreads() {
    FourierTransform transform = new AvTransformBackend().ofLength(4096);
    float[] expected = noise(8192);
    transform.inverseComplex(expected, 4096);
    List<float[]> answers =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(
                i -> {
                  float[] data = noise(8192);
                  transform.inverseComplex(data, 4096);
                  return data;
                })
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer).containsExactly(expected));
  }

  @Test
  void refusesOtherLengths() {
    for (FourierBackend backend : List.of(new JTransformsBackend(), new AvTransformBackend())) {
      assertThatThrownBy(() -> backend.ofLength(12)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> backend.ofLength(2)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Relative distance in L2. */
  private static double distance(float[] expected, float[] actual) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(expected[i] - actual[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / norm);
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
