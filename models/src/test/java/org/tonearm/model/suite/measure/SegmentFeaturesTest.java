package org.tonearm.model.suite.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.Frames;

class SegmentFeaturesTest {
  @Test
  void equation10IsTheMeanFrame() {
    Frames frames = new Frames(3, 2, new float[] {1, 10, 2, 20, 6, 0});
    assertThat(SegmentFeatures.scattering(frames)).containsExactly(3f, 10f);
  }

  @Test
  void equations11To14AreMaximumMinimumMeanAndShareAboveTheThreshold() {
    List<float[]> outputs =
        List.of(
            new float[] {0.95f, 0.05f},
            new float[] {0.9f, 0.1f},
            new float[] {0.25f, 0.75f},
            new float[] {0f, 1f});
    // 0.9 is not above 0.9
    assertThat(SegmentFeatures.lstm(outputs, 0.9))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(0.95f, 1f, 0f, 0.05f, 0.525f, 0.475f, 0.25f, 0.25f);
  }

  @Test
  void theFusionPutsBothSideBySide() {
    float[] lstm = new float[4 * 6];
    float[] scattering = new float[525];
    lstm[0] = 1;
    scattering[524] = 2;
    float[] fusion = SegmentFeatures.fusion(scattering, lstm);
    assertThat(fusion).hasSize(549);
    assertThat(fusion[524]).isEqualTo(2f);
    assertThat(fusion[525]).isEqualTo(1f);
  }

  @Test
  void theBaselineHearsMeanAndDeviation() {
    Frames frames = new Frames(2, 2, new float[] {1, 5, 3, 5});
    assertThat(BandStatistics.of(frames)).containsExactly(2f, 5f, 1f, 0f);
  }
}
