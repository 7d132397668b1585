package org.tonearm.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tonearm.api.feature.FeatureExtractor;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.mel.MelExtractor;
import org.tonearm.model.feature.mel.Stft33Extractor;
import org.tonearm.model.feature.stft.BandExtractor;
import org.tonearm.model.feature.stft.Stft72Extractor;

/** The bands of short-time spectra, against NumPy and against their contract. */
class BandFramesTest {
  record Kind(
      String name,
      BandExtractor bands,
      FeatureExtractor extractor,
      String id,
      double floor,
      TestBackend backend) {
    private static Kind of(
        String name, BandExtractor bands, String id, double floor, TestBackend backend) {
      return new Kind(name, bands, backend.of(bands), id, floor, backend);
    }

    private double[][] dump(String length) throws IOException {
      return NpyFile.matrix("bands/" + name + length);
    }

    @Override
    public String toString() {
      return name + " " + backend;
    }
  }

  static List<Kind> kinds() {
    return TestBackend.here().stream()
        .flatMap(
            backend ->
                Stream.of(
                    Kind.of(
                        "stft72",
                        new Stft72Extractor(),
                        "stft-72-2048-1024-22050-1",
                        1e-5,
                        backend),
                    Kind.of(
                        "stft33", new Stft33Extractor(), "stft-33-1024-256-22050-1", 1e-5, backend),
                    Kind.of(
                        "mel96", new MelExtractor(), "mel-96-2048-1024-22050-1", 1e-10, backend)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void agreesWithNumPy(Kind kind) throws IOException {
    float[] signal = NpyFile.signal();
    compare(kind, Arrays.copyOf(signal, 9001), kind.dump("_long.npy"));
    compare(kind, Arrays.copyOfRange(signal, 5000, 5300), kind.dump("_short.npy"));
  }

  private static void compare(Kind kind, float[] signal, double[][] expected) {
    List<float[]> frames = frames(kind, signal, signal.length);
    assertThat(frames).hasSameSizeAs(expected);
    for (int n = 0; n < expected.length; n++) {
      assertThat(frames.get(n)).hasSameSizeAs(expected[n]);
      for (int band = 0; band < expected[n].length; band++) {
        assertThat((double) frames.get(n)[band])
            .as("frame %d, band %d", n, band)
            .isCloseTo(expected[n][band], within(1e-4 * Math.abs(expected[n][band])));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void statesWhatItIs(Kind kind) {
    assertThat(kind.extractor.id()).isEqualTo(kind.id);
    assertThat(kind.extractor.sampleRate()).isEqualTo(22_050);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void chunksDoNotMatter(Kind kind) {
    float[] signal = chirp(50_001);
    float[][] whole = frames(kind, signal, signal.length).toArray(float[][]::new);
    assertThat(whole).hasDimensions(1 + 50_000 / kind.extractor.hop(), whole[0].length);
    for (int chunk : new int[] {1, 17, 997, 1024, 8191, 8193}) {
      List<float[]> inChunks = frames(kind, signal, chunk);
      assertThat(inChunks).hasSize(whole.length);
      for (int n = 0; n < whole.length; n++) {
        // A matrix library may add in another order from one call to the next.
        assertThat(inChunks.get(n))
            .as("chunks of %d, frame %d", chunk, n)
            .containsExactly(whole[n], within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void givesAFrameAHop(Kind kind) {
    int hop = kind.extractor.hop();
    for (int samples : new int[] {1, 2, hop - 1, hop, hop + 1, 3 * hop, 30_000}) {
      List<float[]> frames = frames(kind, chirp(samples), 4096);
      assertThat(frames).as("%d samples", samples).hasSize(1 + (samples - 1) / hop);
      frames.forEach(BandFramesTest::isFinite);
    }
    assertThat(frames(kind, new float[0], 1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void silenceIsTheFloor(Kind kind) {
    for (float[] frame : frames(kind, new float[5000], 5000)) {
      for (float value : frame) {
        assertThat(value).isEqualTo((float) Math.log(kind.floor));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aToneIsLoudestWhereItStands(Kind kind) {
    float[] tone = new float[20_000];
    for (int t = 0; t < tone.length; t++) {
      tone[t] = (float) (0.5 * Math.sin(2 * Math.PI * 3000 * t / 22_050));
    }
    float[] frame = frames(kind, tone, 4096).get(8);
    int loudest = 0;
    for (int band = 0; band < frame.length; band++) {
      loudest = frame[band] > frame[loudest] ? band : loudest;
    }
    assertThat(kind.bands.hertz(loudest)).isCloseTo(3000, within(200.0));
  }

  @Test
  void theFirstOctaveOfThe72StandsTwice() {
    float[] frame = frames(kinds().get(0), chirp(4000), 4000).get(1);
    assertThat(Arrays.copyOfRange(frame, 8, 16)).isEqualTo(Arrays.copyOfRange(frame, 16, 24));
    assertThat(kinds().get(0).bands.hertz(71)).isBetween(10_000.0, 11_025.0);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesUseAfterTheEnd(Kind kind) {
    FeatureStream stream = kind.extractor.open(frame -> {});
    stream.finish();
    assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stream.push(new float[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<float[]> frames(Kind kind, float[] signal, int chunk) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = kind.extractor.open(frames::add);
    float[] buffer = new float[chunk + 3];
    for (int from = 0; from < signal.length; from += chunk) {
      int count = Math.min(chunk, signal.length - from);
      System.arraycopy(signal, from, buffer, 3, count);
      stream.push(buffer, 3, count);
    }
    stream.finish();
    return frames;
  }

  private static float[] chirp(int length) {
    float[] signal = new float[length];
    for (int t = 0; t < length; t++) {
      signal[t] = (float) (0.3 * Math.sin(0.01 * t + 2e-5 * t * t) + 0.1 * Math.cos(1.3 * t));
    }
    return signal;
  }

  private static void isFinite(float[] frame) {
    for (float value : frame) {
      assertThat(value).isFinite();
    }
  }
}
