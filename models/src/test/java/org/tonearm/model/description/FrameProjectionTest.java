package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.Frames;

class FrameProjectionTest {
  private static final int COUNT = 2000;
  private static final int ROWS = 60;

  @Test
  void trainingFramesComeOutIndependentWithDeviationOne() {
    Frames frames = frames();
    float[] before = frames.values().clone();
    FrameProjection projection = FrameProjection.fit(frames, 8);
    assertThat(frames.values()).isEqualTo(before);

    Frames projected = projection.apply(frames);
    assertThat(projected.count()).isEqualTo(COUNT);
    assertThat(projected.dimensions()).isEqualTo(8);
    double[][] covariance = Covariance.of(projected);
    float[] means = Covariance.means(projected);
    for (int i = 0; i < 8; i++) {
      assertThat(means[i]).isCloseTo(0f, within(1e-4f));
      for (int j = 0; j < 8; j++) {
        assertThat(covariance[i][j]).isCloseTo(i == j ? 1 : 0, within(2e-3));
      }
    }
    assertThat(projection.scale()[ROWS - 1]).as("a row that never varied").isZero();
    assertThat(projection.eigenvalues()).isSortedAccordingTo((a, b) -> Float.compare(b, a));
  }

  @Test
  void silenceInTrainingIsNoHarm() {
    FrameProjection projection = FrameProjection.fit(new Frames(40, ROWS, new float[40 * ROWS]), 8);
    assertThat(projection.apply(new Frames(1, ROWS, new float[ROWS])).values()).containsOnly(0);
  }

  @Test
  void refusesTooFewFramesAndOtherFrames() {
    assertThatThrownBy(() -> FrameProjection.fit(frames().window(0, 7), 8))
        .isInstanceOf(IllegalArgumentException.class);
    FrameProjection projection = FrameProjection.fit(frames(), 8);
    assertThatThrownBy(() -> projection.apply(new Frames(1, 5, new float[5])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Rows of unlike size that depend on each other; the last is constant. */
  private static Frames frames() {
    Random random = new Random(3);
    float[] values = new float[COUNT * ROWS];
    for (int n = 0; n < COUNT; n++) {
      double first = random.nextGaussian();
      double second = random.nextGaussian();
      for (int j = 0; j < ROWS - 1; j++) {
        double value = first * Math.sin(j) + second * Math.cos(2 * j) + random.nextGaussian();
        values[n * ROWS + j] = (float) (100 + (1 + j) * value);
      }
      values[n * ROWS + ROWS - 1] = -4;
    }
    return new Frames(COUNT, ROWS, values);
  }
}
