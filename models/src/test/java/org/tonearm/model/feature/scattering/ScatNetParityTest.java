package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.model.feature.NpyFile;
import org.tonearm.model.feature.TestBackend;

/**
 * Against ScatNet's output. ScatNet mirrors anew at each layer, so the frames at the ends differ;
 * it subsamples with some aliasing, which bounds the agreement of the rest.
 */
class ScatNetParityTest {
  private static final int FIRST = 2;
  private static final int LAST = 13;

  /** ScatNet's factor on coefficients that are subsampled by 4096. */
  private static final double GAIN = 64;

  private static final ScatteringExtractor PROCESSOR = new ScatteringExtractor();

  @ParameterizedTest
  @CsvSource({
    "scattering/scatnet_full_Q8_1_S1_raw.npy, 0, 1, 1e-3, PROCESSOR",
    "scattering/scatnet_full_Q8_1_S1_raw.npy, 0, 1, 1e-3, ND4J",
    "scattering/scatnet_full_Q8_1_S1_raw.npy, 0, 1, 1e-3, CUDA",
    "scattering/scatnet_full_Q8_1_S2_raw.npy, 0, 2, 1e-2, PROCESSOR",
    "scattering/scatnet_full_Q8_1_S2_raw.npy, 0, 2, 1e-2, ND4J",
    "scattering/scatnet_full_Q8_1_S2_raw.npy, 0, 2, 1e-2, CUDA",
    "scattering/scatnet_full_Q1_1_S1_raw.npy, 1, 1, 1e-3, PROCESSOR",
    "scattering/scatnet_full_Q1_1_S1_raw.npy, 1, 1, 1e-3, ND4J",
    "scattering/scatnet_full_Q1_1_S1_raw.npy, 1, 1, 1e-3, CUDA",
    "scattering/scatnet_full_Q1_1_S2_raw.npy, 1, 2, 1e-2, PROCESSOR",
    "scattering/scatnet_full_Q1_1_S2_raw.npy, 1, 2, 1e-2, ND4J",
    "scattering/scatnet_full_Q1_1_S2_raw.npy, 1, 2, 1e-2, CUDA"
  })
  void coefficientsAgree(String dump, int bank, int order, double tolerance, TestBackend backend)
      throws IOException {
    ScatteringExtractor extractor = (ScatteringExtractor) backend.of(PROCESSOR);
    double[][] expected = NpyFile.matrix(dump);
    List<float[]> frames = Signals.coefficients(extractor, NpyFile.signal());
    List<ScatteringPath> paths =
        extractor.layout().paths().stream()
            .filter(p -> p.bank() == bank && p.order() == order)
            .toList();

    assertThat(paths).hasSameSizeAs(expected);
    assertThat(frames).hasSize(16);
    double error = 0;
    double power = 0;
    for (int p = 0; p < expected.length; p++) {
      for (int f = FIRST; f <= LAST; f++) {
        double difference = GAIN * frames.get(f)[paths.get(p).row()] - expected[p][f];
        error += difference * difference;
        power += expected[p][f] * expected[p][f];
      }
    }
    assertThat(Math.sqrt(error / power)).isLessThan(tolerance);
  }

  @ParameterizedTest
  @EnumSource
  void logarithmsAgree(TestBackend backend) throws IOException {
    ScatteringExtractor extractor = (ScatteringExtractor) backend.of(PROCESSOR);
    double[][] expected =
        NpyFile.matrix("scattering/scatnet_full_525_logrenorm_Q8_1_plus_Q1_1.npy");
    List<float[]> frames = Signals.frames(extractor, NpyFile.signal());

    assertThat(extractor.dimensions()).isEqualTo(525).isEqualTo(expected.length);
    double[] differences =
        IntStream.range(0, expected.length * (LAST - FIRST + 1))
            .mapToDouble(
                n -> {
                  int frame = FIRST + n / expected.length;
                  int row = n % expected.length;
                  return Math.abs(frames.get(frame)[row] - expected[row][frame]);
                })
            .toArray();
    Arrays.sort(differences);
    assertThat(differences[differences.length / 2]).isLessThan(0.003);
    assertThat(differences[differences.length * 99 / 100]).isLessThan(0.13);
  }
}
