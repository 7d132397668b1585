package org.tonearm.model.feature.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.NpyFile;
import org.tonearm.model.feature.TestBackend;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.scattering.ScatteringPath;

class ListeningExtractorTest {
  private static final ListeningExtractor EXTRACTOR = new ListeningExtractor();

  @ParameterizedTest
  @EnumSource
  void spectraAgreeWithNumPy(TestBackend backend) throws IOException {
    float[] signal = Arrays.copyOf(NpyFile.signal(), 9001);
    Frames frames = frames(backend.of(EXTRACTOR), signal, signal.length);

    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.dimensions()).isEqualTo(1309);
    compare(ListeningLayout.mel(frames), NpyFile.matrix("listening/mel.npy"));
    compare(ListeningLayout.pitch(frames), NpyFile.matrix("listening/pitch.npy"));
  }

  /** Past the last row that is expected, that row is repeated. */
  private static void compare(Frames actual, double[][] expected) {
    assertThat(actual.count()).isGreaterThan(expected.length);
    for (int n = 0; n < actual.count(); n++) {
      double[] row = expected[Math.min(n, expected.length - 1)];
      assertThat(actual.dimensions()).isEqualTo(row.length);
      for (int band = 0; band < row.length; band++) {
        assertThat((double) actual.values()[n * row.length + band])
            .as("spectrum %d, band %d", n, band)
            .isCloseTo(row[band], within(1e-4));
      }
    }
  }

  @Test
  void scatteringIsThatOfItsExtractorUpTo8000Hertz() {
    float[] signal = chirp(60_000);
    ScatteringExtractor whole = new ScatteringExtractor();
    Frames heard = ListeningLayout.scattering(frames(EXTRACTOR, signal, 5000));
    Frames all = frames(whole, signal, 60_000);
    float silence = frames(whole, new float[1], 1).values()[1];
    for (ScatteringPath path : whole.layout().paths()) {
      for (int n = 0; n < all.count(); n++) {
        int at = n * all.dimensions() + path.row();
        assertThat(heard.values()[at]).isEqualTo(path.xi1() > 8000 ? silence : all.values()[at]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 997, 4096, 262_145})
  void chunksDoNotMatter(int chunk) {
    float[] signal = chirp(chunk == 1 ? 10_000 : 400_001);
    assertThat(frames(EXTRACTOR, signal, chunk).values())
        .isEqualTo(frames(EXTRACTOR, signal, signal.length).values());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 511, 512, 513, 4095, 4096, 4097, 10_241, 300_000})
  void givesAFrameAHop(int samples) {
    Frames frames = frames(EXTRACTOR, chirp(samples), 4096);
    assertThat(frames.count()).isEqualTo(1 + (samples - 1) / 4096);
    for (float value : frames.values()) {
      assertThat(value).isFinite();
    }
  }

  @Test
  void anEmptySignalGivesNothing() {
    assertThat(frames(EXTRACTOR, new float[0], 1).count()).isZero();
  }

  @Test
  void silenceIsTheFloor() {
    Frames frames = frames(EXTRACTOR, new float[10_000], 10_000);
    assertThat(ListeningLayout.mel(frames).values()).containsOnly((float) Math.log(1e-5));
    assertThat(ListeningLayout.pitch(frames).values()).containsOnly((float) Math.log(1e-5));
  }

  @Test
  void aToneIsHeardAsItsNote() {
    float[] tone = new float[30_000];
    for (int t = 0; t < tone.length; t++) {
      tone[t] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * t / 22_050));
    }
    Frames pitch = ListeningLayout.pitch(frames(EXTRACTOR, tone, 4096)).window(6, 1);
    int loudest = 0;
    for (int band = 0; band < 72; band++) {
      loudest = pitch.values()[band] > pitch.values()[loudest] ? band : loudest;
    }
    assertThat(ListeningLayout.LOWEST_NOTE + loudest).isEqualTo(69);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(FeatureExtractor.class))
        .filteredOn(extractor -> extractor.id().equals("listening-2"))
        .hasOnlyElementsOfType(ListeningExtractor.class)
        .hasSize(1);
  }

  @Test
  void refusesOtherFramesAndUseAfterTheEnd() {
    assertThatThrownBy(() -> ListeningLayout.mel(new Frames(1, 525, new float[525])))
        .isInstanceOf(IllegalArgumentException.class);
    FeatureStream stream = EXTRACTOR.open(frame -> {});
    stream.finish();
    assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stream.push(new float[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Frames frames(FeatureExtractor extractor, float[] signal, int chunk) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    for (int from = 0; from < signal.length; from += chunk) {
      stream.push(signal, from, Math.min(chunk, signal.length - from));
    }
    stream.finish();
    return Frames.of(frames, extractor.dimensions());
  }

  private static float[] chirp(int length) {
    float[] signal = new float[length];
    for (int t = 0; t < length; t++) {
      signal[t] = (float) (0.3 * Math.sin(0.01 * t + 2e-6 * t * t) + 0.1 * Math.cos(1.3 * t));
    }
    return signal;
  }
}
