package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class WindowCutterTest {
  private final List<WindowCutter.Window> windows = new ArrayList<>();
  private final WindowCutter cutter = new WindowCutter(9, 0.5, windows::add);

  @Test
  void keepsARestThatIsAThirdFull() {
    stretch(0, 9 + 3);
    cutter.finish();
    assertThat(lengths()).containsExactly(9, 3);
    assertThat(cutter.wholeWindows()).isEqualTo(1);
  }

  @Test
  void dropsARestThatIsLess() {
    stretch(0, 9 + 2);
    cutter.finish();
    assertThat(lengths()).containsExactly(9);
  }

  @Test
  void keepsTheLongestRestWhereThereIsNothingElse() {
    stretch(0, 1);
    stretch(60, 2);
    stretch(120, 1);
    cutter.finish();
    assertThat(lengths()).containsExactly(2);
    assertThat(windows.get(0).startSeconds()).isEqualTo(60);
    assertThat(cutter.wholeWindows()).isZero();
  }

  @Test
  void givesNothingForNothing() {
    cutter.begin(0);
    cutter.finish();
    assertThat(windows).isEmpty();
  }

  @Test
  void timesWindowsByTheirStretch() {
    stretch(100, 20);
    cutter.finish();
    assertThat(windows.get(0).startSeconds()).isCloseTo(100, within(1e-9));
    assertThat(windows.get(0).endSeconds()).isCloseTo(104.5, within(1e-9));
    assertThat(windows.get(1).endSeconds()).isCloseTo(109, within(1e-9));
  }

  @Property
  void losesOnlyRestsAndMixesNoStretches(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 60) Integer> stretches) {
    List<WindowCutter.Window> cut = new ArrayList<>();
    WindowCutter cutting = new WindowCutter(9, 1, cut::add);
    int lost = 0;
    for (int s = 0; s < stretches.size(); s++) {
      cutting.begin(1000.0 * s);
      for (int i = 0; i < stretches.get(s); i++) {
        cutting.accept(new float[] {s});
      }
      int rest = stretches.get(s) % 9;
      lost += 3 * rest >= 9 ? 0 : rest;
    }
    cutting.finish();
    int all = stretches.stream().mapToInt(Integer::intValue).sum();
    int kept = cut.stream().mapToInt(window -> window.frames().length).sum();
    assertThat(kept).isGreaterThanOrEqualTo(all - lost).isPositive();
    assertThat(cut)
        .allSatisfy(
            window -> {
              float stretch = window.frames()[0][0];
              assertThat(window.startSeconds()).isGreaterThanOrEqualTo(1000.0 * stretch);
              for (float[] frame : window.frames()) {
                assertThat(frame[0]).isEqualTo(stretch);
              }
            });
  }

  private void stretch(double start, int frames) {
    cutter.begin(start);
    for (int i = 0; i < frames; i++) {
      cutter.accept(new float[1]);
    }
  }

  private List<Integer> lengths() {
    return windows.stream().map(window -> window.frames().length).toList();
  }
}
