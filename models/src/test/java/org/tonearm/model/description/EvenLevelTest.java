package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningExtractor;

/** The oracle is the extractor itself, on the same music turned up and down. */
class EvenLevelTest {
  private static final double TWELVE_DB = Math.log(10) * 12 / 20;

  private final ListeningExtractor extractor = new ListeningExtractor();
  private final EvenLevel shipped = EvenLevel.shipped(extractor.scatteringLayout());
  private final EvenLevel whole =
      new EvenLevel(1, shipped.reference(), shipped.summed(), shipped.moved());

  /** Chords over noise, which falls by 20 dB in the second half. */
  private Frames music(double gain) {
    Random random = new Random(1);
    float[] samples = new float[6 * extractor.sampleRate()];
    for (int i = 0; i < samples.length; i++) {
      double t = i / (double) extractor.sampleRate();
      double chord =
          Math.sin(2 * Math.PI * 220 * t)
              + Math.sin(2 * Math.PI * 277.2 * t)
              + Math.sin(2 * Math.PI * 329.6 * t) * (1 + Math.sin(2 * Math.PI * 3 * t));
      double fall = i < samples.length / 2 ? 1 : 0.1;
      samples[i] = (float) (gain * fall * (0.1 * chord + 0.05 * random.nextGaussian()));
    }
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(samples, 0, samples.length);
    stream.finish();
    return Frames.of(frames, extractor.dimensions());
  }

  private static double farthest(Frames one, Frames other) {
    double most = 0;
    for (int i = 0; i < one.values().length; i++) {
      most = Math.max(most, Math.abs(one.values()[i] - other.values()[i]));
    }
    return most;
  }

  @Test
  void wholeEveningMakesOneOfAllLevels() {
    Frames loud = music(1);
    Frames soft = music(Math.exp(-TWELVE_DB));
    assertThat(farthest(loud, soft)).isGreaterThan(0.9 * TWELVE_DB);
    // What lies near the floor of a soft copy has lost its last digits; order 2 its denominator's.
    assertThat(farthest(whole.apply(loud), whole.apply(soft))).isLessThan(0.15);
  }

  @Test
  void theShippedShareHalvesTheDifference() {
    Frames loud = shipped.apply(music(1));
    Frames soft = shipped.apply(music(Math.exp(-TWELVE_DB)));
    assertThat(farthest(loud, soft)).isCloseTo(TWELVE_DB / 2, within(0.02));
  }

  @Test
  void hearsScatteringCoefficientsAloneAsItHearsAll() {
    Frames listening = music(0.3);
    Frames all = shipped.apply(listening).leading(525);
    assertThat(shipped.apply(listening.leading(525)).values()).isEqualTo(all.values());
  }

  @Test
  void changesNothingItIsGivenAndNothingWithoutAShare() {
    Frames listening = music(0.3);
    float[] before = listening.values().clone();
    shipped.apply(listening);
    assertThat(listening.values()).isEqualTo(before);
    assertThat(EvenLevel.NONE.apply(listening)).isSameAs(listening);
  }

  @Test
  void silenceStaysSilenceAndTheLoudestStaysFinite() {
    Frames silence = music(0);
    assertThat(farthest(whole.apply(silence), silence)).isLessThan(1e-5);
    float[] values = silence.values().clone();
    Arrays.fill(values, 1e30f);
    for (float value : whole.apply(new Frames(silence.count(), 1309, values)).values()) {
      assertThat(value).isFinite();
    }
  }
}
