package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.api.feature.FeatureStream;
import org.tonearm.model.feature.NpyFile;

class Scattering16kExtractorTest {
  private final Scattering16kExtractor extractor = new Scattering16kExtractor();

  @Test
  void hasAnIdOfItsOwn() {
    assertThat(extractor.id()).isEqualTo("scattering-525-16000-1");
    assertThat(extractor.sampleRate()).isEqualTo(16_000);
    assertThat(extractor.dimensions()).isEqualTo(525);
    assertThat(extractor.hop()).isEqualTo(4096);
  }

  @Test
  void rowsStandForFrequenciesAtItsOwnRate() {
    List<ScatteringPath> paths = extractor.layout().paths();
    List<ScatteringPath> shipped = new ScatteringExtractor().layout().paths();
    assertThat(paths).hasSameSizeAs(shipped);
    assertThat(paths.get(1).xi1()).isCloseTo((1 + Math.pow(2, -0.125)) / 2 * 8000, within(1e-6));
    for (int row = 0; row < paths.size(); row++) {
      ScatteringPath path = paths.get(row);
      assertThat(path.xi1() / 16_000).isCloseTo(shipped.get(row).xi1() / 22_050, within(1e-12));
      assertThat(path.xi2() / 16_000).isCloseTo(shipped.get(row).xi2() / 22_050, within(1e-12));
      assertThat(path.parent()).isEqualTo(shipped.get(row).parent());
    }
  }

  @Test
  void theSameSamplesGiveTheSameValues() throws IOException {
    float[] signal = Arrays.copyOf(NpyFile.signal(), 20_000);
    List<float[]> frames = new ArrayList<>();
    FeatureStream stream = extractor.open(frames::add);
    stream.push(signal, 0, signal.length);
    stream.finish();
    assertThat(frames.toArray(float[][]::new))
        .isDeepEqualTo(Signals.frames(new ScatteringExtractor(), signal).toArray(float[][]::new));
  }
}
