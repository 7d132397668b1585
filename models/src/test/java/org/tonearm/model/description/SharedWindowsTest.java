package org.tonearm.model.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringExtractor;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.statistics.WindowStatistics;

class SharedWindowsTest {
  private static final int COMPONENTS = 5;
  private static final ScatteringLayout LAYOUT = new ScatteringExtractor().layout();
  private static final ScatteringRows ROWS = new ScatteringRows(LAYOUT);

  @Test
  void aSharedWindowIsDescribedAsOneAlone() {
    SharedWindows windows = new SharedWindows();
    WindowDescription one = description(EvenLevel.shipped(LAYOUT), 1);
    WindowDescription other = description(EvenLevel.shipped(LAYOUT), 2);
    WindowDescription plain = description(EvenLevel.NONE, 2);
    for (int seed = 0; seed < 3; seed++) {
      float[][] frames = frames(seed);
      for (WindowDescription description : new WindowDescription[] {one, other, plain, one}) {
        assertThat(description.of(windows.of(frames))).isEqualTo(description.of(Frames.of(frames)));
      }
      assertThat(windows.of(frames).statistics(ListeningLayout.SCATTERING))
          .isEqualTo(WindowStatistics.of(Frames.of(frames).leading(ListeningLayout.SCATTERING)));
      assertThat(windows.of(frames).statistics(9))
          .isEqualTo(WindowStatistics.of(Frames.of(frames).leading(9)));
    }
  }

  @Test
  void ofTheEvenedWindowOnlyWhatIsHeardIsKept() {
    SharedWindow window = new SharedWindow(Frames.of(frames(1)));
    Frames heard = window.lasting(EvenLevel.shipped(LAYOUT), ROWS).heard();
    assertThat(heard.dimensions()).isEqualTo(ROWS.count());
  }

  @Test
  void theSameValuesAreKnownAgainUntilOthersCame() {
    SharedWindows windows = new SharedWindows(6);
    float[][] first = {{1, 2}};
    SharedWindow known = windows.of(first);

    assertThat(windows.of(first)).isSameAs(known);
    first[0][1] = 3;
    assertThat(windows.of(first).frames().values()).containsExactly(1, 3);
    first[0][1] = 2;
    assertThat(windows.of(first)).isSameAs(known);
    assertThat(windows.of(new float[][] {{1, 2}})).isSameAs(known);
    assertThat(windows.of(new float[][] {{1, 2}, {1, 2}})).isNotSameAs(known);
    assertThat(windows.of(new float[][] {{1, 2, 3}})).isNotSameAs(known);
    for (int i = 0; i < 5; i++) {
      windows.of(new float[][] {{i, 0}});
    }
    assertThat(windows.of(first)).isNotSameAs(known);
  }

  @Test
  void whatIsMadeOfAWindowIsMadeOnceForEqualKeys() {
    SharedWindow window = new SharedWindow(Frames.of(new float[][] {{1, 2}}));
    assertThat(window.once("a", String.class, () -> "made")).isEqualTo("made");
    assertThat(window.once("a", String.class, () -> "made again")).isEqualTo("made");
    assertThat(window.once("b", String.class, () -> "other")).isEqualTo("other");
  }

  private static WindowDescription description(EvenLevel level, int seed) {
    Frames training = ROWS.of(Frames.of(frames(100 + seed)));
    return new WindowDescription(level, ROWS, FrameProjection.fit(training, COMPONENTS));
  }

  private static float[][] frames(int seed) {
    Random random = new Random(seed);
    float[][] frames = new float[60][ListeningLayout.DIMENSIONS];
    for (float[] frame : frames) {
      for (int j = 0; j < frame.length; j++) {
        frame[j] = (float) (random.nextGaussian() - 4);
      }
    }
    return frames;
  }
}
