package org.tonearm.model.feature.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Against a transform in double precision. */
class MatrixFourierTest {

  @ParameterizedTest
  @CsvSource({"4, 1", "8, 3", "64, 2", "128, 1", "1024, 5", "8192, 2", "65536, 1"})
  void forwardReal(int n, int columns) {
    float[] signals = noise(n * columns);
    try (Arena arena = new Arena()) {
      MatrixFourier fourier = MatrixFourier.forwardReal(arena, n);
      INDArray result = fourier.apply(arena, arena.of(signals, n, columns));
      assertThat(fourier.bins()).isGreaterThan(n / 2);
      float[] actual = Columns.values(result);
      for (int c = 0; c < columns; c++) {
        double[] expected = new double[2 * n];
        for (int t = 0; t < n; t++) {
          expected[2 * t] = signals[t * columns + c];
        }
        new DoubleFFT_1D(n).complexForward(expected);
        assertThat(distance(expected, actual, n / 2 + 1, fourier.bins(), columns, c))
            .isLessThan(1e-6);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "8, 3", "64, 2", "128, 1", "1024, 5", "8192, 2", "65536, 1"})
  void inverseComplex(int n, int columns) {
    float[] spectra = noise(2 * n * columns);
    try (Arena arena = new Arena()) {
      MatrixFourier fourier = MatrixFourier.inverseComplex(arena, n);
      INDArray result = fourier.apply(arena, arena.of(spectra, 2L * n, columns));
      float[] actual = Columns.values(result);
      for (int c = 0; c < columns; c++) {
        double[] expected = new double[2 * n];
        for (int k = 0; k < n; k++) {
          expected[2 * k] = spectra[k * columns + c];
          expected[2 * k + 1] = spectra[(n + k) * columns + c];
        }
        new DoubleFFT_1D(n).complexInverse(expected, false);
        assertThat(distance(expected, actual, n, n, columns, c)).isLessThan(1e-6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 12, 0})
  void refusesOtherLengths(int n) {
    try (Arena arena = new Arena()) {
      assertThatThrownBy(() -> MatrixFourier.inverseComplex(arena, n))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Relative distance in L2 of one column. */
  private static double distance(
      double[] expected, float[] actual, int compared, int rows, int columns, int column) {
    double difference = 0;
    double norm = 0;
    for (int k = 0; k < compared; k++) {
      double real = expected[2 * k];
      double imaginary = expected[2 * k + 1];
      difference += Math.pow(real - actual[k * columns + column], 2);
      difference += Math.pow(imaginary - actual[(rows + k) * columns + column], 2);
      norm += real * real + imaginary * imaginary;
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
