package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScatteringLayoutTest {
  private final List<ScatteringPath> paths = new ScatteringExtractor().layout().paths();

  @Test
  void hasTheRowsOfThePaper() {
    assertThat(paths).hasSize(525);
    assertThat(count(0, 0)).isEqualTo(1);
    assertThat(count(0, 1)).isEqualTo(76);
    assertThat(count(0, 2)).isEqualTo(356);
    assertThat(count(1, 0)).isEqualTo(1);
    assertThat(count(1, 1)).isEqualTo(13);
    assertThat(count(1, 2)).isEqualTo(78);
  }

  @Test
  void rowsAndParentsAreIndices() {
    for (int row = 0; row < paths.size(); row++) {
      ScatteringPath path = paths.get(row);
      assertThat(path.row()).isEqualTo(row);
      if (path.order() > 0) {
        ScatteringPath parent = paths.get(path.parent());
        assertThat(parent.order()).isEqualTo(1);
        assertThat(parent.bank()).isEqualTo(path.bank());
        assertThat(parent.first()).isEqualTo(path.first());
      }
    }
  }

  @Test
  void frequenciesAreInHertz() {
    // The highest wavelet of eight an octave stands at (1 + 2^(-1/8)) / 2 of half the sample rate.
    assertThat(paths.get(1).xi1()).isCloseTo((1 + Math.pow(2, -0.125)) / 2 * 11_025, within(1e-6));
    assertThat(paths)
        .filteredOn(path -> path.order() == 2)
        .allSatisfy(path -> assertThat(path.xi2()).isLessThan(path.bandwidth1()));
  }

  @Test
  void aToneIsLoudestInItsOwnBand() {
    float[] tone = new float[65_536];
    for (int t = 0; t < tone.length; t++) {
      tone[t] = (float) (0.5 * Math.sin(2 * Math.PI * 1000 * t / 22_050));
    }
    float[] frame = Signals.frames(new ScatteringExtractor(), tone).get(8);
    ScatteringPath loudest =
        paths.stream()
            .filter(path -> path.bank() == 0 && path.order() == 1)
            .max((a, b) -> Float.compare(frame[a.row()], frame[b.row()]))
            .orElseThrow();
    assertThat(loudest.xi1()).isCloseTo(1000, within(50.0));
  }

  private long count(int bank, int order) {
    return paths.stream().filter(p -> p.bank() == bank && p.order() == order).count();
  }
}
