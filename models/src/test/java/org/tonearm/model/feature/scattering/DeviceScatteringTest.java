package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.TestBackend;
import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.batch.BatchedExtractor;
import org.tonearm.model.feature.batch.WindowTransform;
import org.tonearm.model.feature.cuda.ImitatedCuda;

/** Batches, with ND4J and with kernels, beside the streams of the processor. */
class DeviceScatteringTest {
  private static final ScatteringExtractor PROCESSOR = new ScatteringExtractor();

  /** A constant is left out: where no band hears anything, only rounding remains, and differs. */
  @ParameterizedTest
  @CsvSource({
    "ND4J, 4097",
    "ND4J, 30000",
    "ND4J, 300001",
    "CUDA, 4097",
    "CUDA, 30000",
    "CUDA, 300001"
  })
  void logarithmsAreTheProcessors(TestBackend backend, int samples) {
    compare(backend, PROCESSOR, Signals.music(samples, samples));
    compare(backend, new ScatteringExtractor(8000), Signals.music(samples, samples));
  }

  @ParameterizedTest
  @EnumSource
  void silenceIsTheSame(TestBackend backend) {
    compare(backend, PROCESSOR, new float[50_000]);
  }

  @ParameterizedTest
  @EnumSource
  void atOtherSampleRates(TestBackend backend) {
    compare(backend, new Scattering16kExtractor(), Signals.music(20_000, 9));
  }

  /** Also to the last bit. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neighboursDoNotMatter(boolean kernels) {
    BlockPlan plan =
        new BlockPlans(
                ScatteringFilters.forAudio(8192),
                PROCESSOR.layout().paths(),
                ScatteringExtractor.SAMPLING,
                FourierBackend.fastest(),
                BlockPlans.geometries(1 << 16, 1 << 16, 20_480, 4096))
            .forFrames(1);
    float[] a = Signals.music(1 << 16, 1);
    float[] b = Signals.noise(1 << 16, 2);
    if (kernels) {
      ImitatedCuda.missing().ifPresent(Assumptions::abort);
    }
    try (WindowTransform device =
        kernels
            ? new KernelScattering(ImitatedCuda.open(), plan, 525)
            : new DeviceScattering(plan, 525)) {
      float[][] alone = device.transform(List.of(a), 2)[0];
      assertThat(device.transform(List.of(a, b), 2)[0]).isDeepEqualTo(alone);
      assertThat(device.transform(List.of(b, a), 2)[1]).isDeepEqualTo(alone);
      assertThat(device.transform(List.of(a), 2)[0]).isDeepEqualTo(alone);
    }
  }

  private static void compare(TestBackend backend, BatchedExtractor extractor, float[] signal) {
    List<float[]> expected = frames(extractor, signal);
    List<float[]> actual = frames(backend.of(extractor), signal);
    assertThat(actual).hasSameSizeAs(expected);
    for (int f = 0; f < expected.size(); f++) {
      for (int row = 0; row < expected.get(f).length; row++) {
        assertThat(actual.get(f)[row])
            .as("frame %d, row %d", f, row)
            .isCloseTo(expected.get(f)[row], within(2e-3f));
      }
    }
  }

  private static List<float[]> frames(FeatureExtractor extractor, float[] signal) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    for (int from = 0; from < signal.length; from += 50_000) {
      stream.push(signal, from, Math.min(50_000, signal.length - from));
    }
    stream.finish();
    return frames;
  }
}
