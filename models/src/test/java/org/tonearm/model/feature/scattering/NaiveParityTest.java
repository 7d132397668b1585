package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.model.feature.NpyFile;
import org.tonearm.model.feature.TestBackend;

/**
 * Against the equations in double precision: within 2e-4 of them in relative L2, order by order.
 */
class NaiveParityTest {
  private static final ScatteringExtractor PROCESSOR = new ScatteringExtractor();

  @ParameterizedTest
  @EnumSource
  void allRowsOfTheReferenceSignal(TestBackend backend) throws IOException {
    check(backend, NpyFile.signal(), path -> true, 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void everyFifthWaveletOfChords(TestBackend backend) throws IOException {
    check(backend, Signals.music(40_000, 2), NaiveParityTest::everyFifthWavelet, 1e-4);
  }

  /** White noise has most of its energy in the widest bands, which are sampled the least finely. */
  @ParameterizedTest
  @EnumSource
  void everyFifthWaveletOfNoise(TestBackend backend) throws IOException {
    check(backend, Signals.noise(30_000, 1), NaiveParityTest::everyFifthWavelet, 1e-4);
  }

  private static boolean everyFifthWavelet(ScatteringPath path) {
    return path.order() == 0 || path.first() % 5 == 0;
  }

  private static void check(
      TestBackend backend, float[] signal, Predicate<ScatteringPath> wanted, double tolerance)
      throws IOException {
    ScatteringExtractor extractor = (ScatteringExtractor) backend.of(PROCESSOR);
    double[][] expected =
        new NaiveScattering(signal, extractor.hop()).scatter(extractor.layout(), wanted);
    List<float[]> actual = Signals.coefficients(extractor, signal);
    for (int order = 0; order <= 2; order++) {
      double error = 0;
      double power = 0;
      for (ScatteringPath path : extractor.layout().paths()) {
        double[] row = expected[path.row()];
        if (row == null || path.order() != order) {
          continue;
        }
        assertThat(actual).hasSize(row.length);
        for (int f = 0; f < row.length; f++) {
          double difference = actual.get(f)[path.row()] - row[f];
          error += difference * difference;
          power += row[f] * row[f];
        }
      }
      assertThat(Math.sqrt(error / power)).as("order %d", order).isLessThan(tolerance);
    }
  }
}
