package org.tonearm.model.feature.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.Frames;

class MelPictureTest {
  private static final int FRAMES = 3;

  private final Random random = new Random(1);

  @Test
  void aValueIsTheMeanOfTwoBandsOfTwoSpectra() {
    Frames frames = frames();
    Frames pictures = MelPicture.of(frames);
    assertThat(pictures.count()).isEqualTo(FRAMES);
    assertThat(pictures.dimensions()).isEqualTo(160);
    for (int frame = 0; frame < FRAMES; frame++) {
      for (int step = 0; step < 4; step++) {
        for (int band = 0; band < 40; band++) {
          double sum = 0;
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
              int at = 525 + (2 * step + i) * 80 + 2 * band + j;
              sum += frames.values()[frame * frames.dimensions() + at];
            }
          }
          assertThat((double) pictures.values()[(frame * 4 + step) * 40 + band])
              .isCloseTo(sum / 4, within(1e-5));
        }
      }
    }
  }

  @Test
  void framesAreRepeatedFromTheFirstUntilThereAreEnough() {
    Frames one = new Frames(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    assertThat(one.repeated(2)).isSameAs(one);
    Frames five = one.repeated(5);
    assertThat(five.count()).isEqualTo(5);
    assertThat(five.values()).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3);
  }

  private Frames frames() {
    float[] values = new float[FRAMES * ListeningLayout.DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Frames(FRAMES, ListeningLayout.DIMENSIONS, values);
  }
}
