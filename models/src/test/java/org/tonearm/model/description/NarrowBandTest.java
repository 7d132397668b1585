package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningExtractor;
import org.tonearm.model.feature.listening.ListeningLayout;

class NarrowBandTest {
  private static final double RATE = 22_050;

  @ParameterizedTest(name = "a harmonic sound up to {0} Hz")
  @CsvSource({"3500, true", "5000, true", "6000, true", "8200, false", "10000, false"})
  void aSoundThatEndsBelowWhatIsHeardIsOfANarrowBand(double highest, boolean narrow) {
    assertThat(NarrowBand.of(heard(harmonics(highest, 0.3)))).isEqualTo(narrow);
  }

  @Test
  void aQuietHissFarBelowTheMusicIsEnoughToBeWhole() {
    float[] samples = harmonics(3500, 0.3);
    Random random = new Random(1);
    for (int i = 0; i < samples.length; i++) {
      samples[i] += (float) (1e-4 * random.nextGaussian());
    }
    assertThat(NarrowBand.of(heard(samples))).isFalse();
  }

  @Test
  void silenceAndWhatIsNearlySoAreNotJudged() {
    assertThat(NarrowBand.of(heard(new float[200_000]))).isFalse();
    assertThat(NarrowBand.of(heard(harmonics(3500, 1e-6)))).isFalse();
  }

  /** Harmonics of 110 Hz that swell, so that no edge is heard. */
  private static float[] harmonics(double highest, double amplitude) {
    float[] samples = new float[200_000];
    for (double hertz = 110; hertz < highest; hertz += 110) {
      for (int i = 0; i < samples.length; i++) {
        double swell = Math.sin(Math.PI * i / samples.length);
        samples[i] +=
            (float) (amplitude / 20 * swell * swell * Math.sin(2 * Math.PI * hertz * i / RATE));
      }
    }
    return samples;
  }

  private static Frames heard(float[] samples) {
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = new ListeningExtractor().open(frames::add);
    stream.push(samples, 0, samples.length);
    stream.finish();
    return Frames.of(frames, ListeningLayout.DIMENSIONS);
  }
}
