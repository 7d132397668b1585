package org.tonearm.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.audio.encode.EncodeFormat;

class ExcerptsTest {
  private static final int RATE = 22_050;
  private static final int SECONDS = 75;

  @TempDir Path folder;

  private final FfmpegDecoder decoder = new FfmpegDecoder();

  @ParameterizedTest
  @EnumSource
  void agreeWithTheWholeToAFewMilliseconds(EncodeFormat format) throws Exception {
    Path file =
        EncodedAudio.encode(
            folder, "x." + format.extension(), format.id(), new float[][] {rumble()}, RATE);
    CollectingSink all = new CollectingSink();
    decoder.decode(file, RATE, Excerpts.WHOLE, all);

    CollectingSink sink = new CollectingSink();
    DecodeReport report = decoder.decode(file, RATE, new Excerpts(2), sink);

    assertThat(report.complete()).isTrue();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.durationSeconds()).isCloseTo(SECONDS, within(0.1));
    assertThat(sink.starts()).hasSize(2);
    assertThat(sink.starts().get(0)).isCloseTo(3.75, within(0.05));
    assertThat(sink.starts().get(1)).isCloseTo(41.25, within(0.05));
    float[] track = all.stretch(0);
    for (int i = 0; i < 2; i++) {
      float[] excerpt = sink.stretch(i);
      assertThat(excerpt).hasSize(Excerpts.SECONDS * RATE);
      int from = (int) Math.round(sink.starts().get(i) * RATE);
      for (int at : new int[] {0, 650_000}) {
        int lag = Signals.bestLag(excerpt, at, track, from + at, 3_000, 150);
        assertThat(lag / (double) RATE).isCloseTo(0, within(0.003));
      }
    }
  }

  @Test
  void ofATooShortTrackAreTheWhole() throws Exception {
    float[][] sound = {EncodedAudio.sine(300, 0.3, 59, RATE)};
    Path file = EncodedAudio.encode(folder, "x.flac", "flac", sound, RATE);
    CollectingSink sink = new CollectingSink();

    DecodeReport report = decoder.decode(file, RATE, new Excerpts(2), sink);

    assertThat(sink.starts()).containsExactly(0.0);
    assertThat(report.samples()).isEqualTo(59L * RATE);
  }

  @Property(tries = 200)
  void lieInOrderWithinTheTrackAndApart(
      @ForAll @IntRange(min = 1, max = 100) int count,
      @ForAll @DoubleRange(min = 0, max = 40_000) double seconds) {
    double[] starts = ExcerptPlan.starts(new Excerpts(count), seconds);

    if (seconds < count * (double) Excerpts.SECONDS) {
      assertThat(starts).isEmpty();
      return;
    }
    assertThat(starts).hasSize(count);
    assertThat(starts[0]).isGreaterThanOrEqualTo(0);
    assertThat(starts[count - 1] + Excerpts.SECONDS).isLessThanOrEqualTo(seconds + 1e-6);
    for (int i = 1; i < count; i++) {
      assertThat(starts[i] - starts[i - 1]).isGreaterThanOrEqualTo(Excerpts.SECONDS - 1e-6);
    }
  }

  /** Low-pass noise: survives every codec, and no two places are alike. */
  private static float[] rumble() {
    float[] samples = new float[SECONDS * RATE];
    Random random = new Random(7);
    double once = 0;
    double twice = 0;
    for (int i = 0; i < samples.length; i++) {
      once += 0.15 * (random.nextGaussian() - once);
      twice += 0.15 * (once - twice);
      samples[i] = (float) (0.6 * twice);
    }
    return samples;
  }
}
