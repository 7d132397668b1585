package org.tonearm.model.nonmusic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NonMusicTest {
  private static final int RATE = 22_050;
  private static final int VARIANTS = 6;

  @ParameterizedTest
  @EnumSource(NonMusic.class)
  void everySoundHasTheLengthAskedForAndStaysWithinFullScale(NonMusic kind) {
    for (int seed = 0; seed < VARIANTS; seed++) {
      float[] sound = kind.generate(seed, 1.7, RATE);
      assertThat(sound).hasSize((int) (1.7 * RATE));
      for (float sample : sound) {
        assertThat(Math.abs(sample) <= 1f).as("NaN, or beyond full scale: %s", sample).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(NonMusic.class)
  void oneSeedGivesOneSoundAndSeedsDiffer(NonMusic kind) {
    float[] first = kind.generate(3, 2, RATE);
    assertThat(kind.generate(3, 2, RATE)).containsExactly(first);
    if (kind != NonMusic.SILENCE) { // one silence is like another
      assertThat(kind.generate(4, 2, RATE)).isNotEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource(value = NonMusic.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENCE")
  void everythingButSilenceIsHeard(NonMusic kind) {
    for (int seed = 0; seed < VARIANTS; seed++) {
      float loudest = 0;
      for (float sample : kind.generate(seed, 6, RATE)) {
        loudest = Math.max(loudest, Math.abs(sample));
      }
      assertThat(loudest).isGreaterThan(0.004f);
    }
  }
}
