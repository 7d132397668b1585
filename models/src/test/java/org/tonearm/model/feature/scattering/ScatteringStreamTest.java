package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;

class ScatteringStreamTest {
  private static final ScatteringExtractor EXTRACTOR = new ScatteringExtractor();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100, 4095, 4096, 4097, 20_480, 65_536, 243_000, 300_001})
  void givesAFrameAHop(int samples) {
    List<float[]> frames = Signals.frames(EXTRACTOR, Signals.noise(samples, samples));
    assertThat(frames).hasSize(1 + (samples - 1) / 4096);
    assertThat(frames).allSatisfy(ScatteringStreamTest::isFinite);
  }

  @Test
  void givesNoFrameOfAnEmptySignal() {
    assertThat(Signals.frames(EXTRACTOR, new float[0])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {997, 4096, 131_071, 262_145})
  void chunksDoNotMatter(int chunk) {
    float[] signal = Signals.music(300_001, 3);
    List<float[]> whole = Signals.frames(EXTRACTOR, signal);

    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = EXTRACTOR.open(frames::add);
    float[] buffer = new float[chunk + 7];
    for (int from = 0; from < signal.length; from += chunk) {
      int count = Math.min(chunk, signal.length - from);
      System.arraycopy(signal, from, buffer, 7, count);
      stream.push(buffer, 7, count);
    }
    stream.finish();

    assertThat(frames.toArray(float[][]::new)).isDeepEqualTo(whole.toArray(float[][]::new));
  }

  @Test
  void seamsDoNotShow() {
    float[] signal = Signals.music(1_000_000, 4);
    List<float[]> whole = Signals.coefficients(EXTRACTOR, signal);
    // Begun later, the same samples fall elsewhere into blocks; only its own first frames differ.
    int shift = 20 * EXTRACTOR.hop();
    float[] later = Arrays.copyOfRange(signal, shift, signal.length);
    List<float[]> shifted = Signals.coefficients(EXTRACTOR, later);
    for (int order = 0; order <= 2; order++) {
      double error = 0;
      double power = 0;
      for (ScatteringPath path : EXTRACTOR.layout().paths()) {
        for (int f = 30; f < whole.size() && path.order() == order; f++) {
          double expected = whole.get(f)[path.row()];
          double difference = shifted.get(f - 20)[path.row()] - expected;
          error += difference * difference;
          power += expected * expected;
        }
      }
      assertThat(Math.sqrt(error / power)).as("order %d", order).isLessThan(1e-4);
    }
  }

  @Test
  void silenceIsFiniteAndEven() {
    List<float[]> frames = Signals.frames(EXTRACTOR, new float[50_000]);
    float floor = (float) Math.log(64 * Math.scalb(1.0, -20));
    assertThat(frames)
        .allSatisfy(
            frame -> {
              for (float value : frame) {
                assertThat(value).isEqualTo(floor);
              }
            });
  }

  @Test
  void threadsShareAnExtractor() throws Exception {
    ScatteringExtractor fresh = new ScatteringExtractor();
    float[] signal = Signals.music(100_000, 5);
    float[][] expected = Signals.frames(EXTRACTOR, signal).toArray(float[][]::new);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<float[]>>> results = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        results.add(threads.submit(() -> Signals.frames(fresh, signal)));
      }
      for (Future<List<float[]>> result : results) {
        assertThat(result.get().toArray(float[][]::new)).isDeepEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void refusesUseAfterTheEnd() {
    FeatureStream stream = EXTRACTOR.open(frame -> {});
    stream.finish();
    assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stream.push(new float[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(FeatureExtractor.class))
        .extracting(FeatureExtractor::id)
        .contains("scattering-525-22050-1");
  }

  private static void isFinite(float[] frame) {
    assertThat(frame).hasSize(525);
    for (float value : frame) {
      assertThat(value).isFinite();
    }
  }
}
