package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KeyProfilesTest {
  @Test
  void aTriadIsHeardInItsKey() {
    assertThat(best(0, 4, 7)).isEqualTo(0); // C major
    assertThat(best(9, 1, 4)).isEqualTo(9); // A major
    assertThat(best(9, 0, 4)).isEqualTo(12 + 9); // A minor
    assertThat(best(3, 6, 10)).isEqualTo(12 + 3); // E flat minor
  }

  @Test
  void aProfileFitsItselfFully() {
    double[] major = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    assertThat(KeyProfiles.of(major)[0]).isCloseTo(1, within(1e-5));
    assertThat(KeyProfiles.of(new double[12])).containsOnly(0);
  }

  private static int best(int... classes) {
    double[] heard = new double[12];
    for (int c : classes) {
      heard[c] = 1;
    }
    double[] fit = KeyProfiles.of(heard);
    int best = 0;
    for (int key = 0; key < 24; key++) {
      best = fit[key] > fit[best] ? key : best;
    }
    return best;
  }
}
