package org.tonearm.model.description;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.WindowStatistics;

/**
 * A window that several models hear, and what they would each work out of it: the same things are
 * worked out once. Thread-safe; the arrays it gives are shared and not to be changed.
 */
public final class SharedWindow {
  /** What a description takes from a window before the model's projection: its rows, evened. */
  @SuppressWarnings("ArrayRecordComponent") // compared by isOf
  record Lasting(EvenLevel level, int[] rows, Frames heard, float[] values) {
    boolean isOf(EvenLevel otherLevel, int[] otherRows) {
      return level.same(otherLevel) && Arrays.equals(rows, otherRows);
    }
  }

  /** Names statistics of so many leading values of a frame. */
  private record Statistics(int width) {}

  private final Frames frames;
  private final Map<Object, Object> made = new HashMap<>();
  private Lasting lasting;

  /**
   * @param frames at least one, laid out as {@link
   *     org.tonearm.model.feature.listening.ListeningLayout} says
   */
  public SharedWindow(Frames frames) {
    this.frames = frames;
  }

  /** The window itself. */
  public Frames frames() {
    return frames;
  }

  /**
   * Its {@link WindowStatistics}.
   *
   * @param width leading values of a frame that are heard
   */
  public float[] statistics(int width) {
    return once(
        new Statistics(width), float[].class, () -> WindowStatistics.of(frames.leading(width)));
  }

  /**
   * What somebody makes of the window, worked out once for equal keys. Others who ask for anything
   * of the window wait meanwhile.
   *
   * @param key tells all that it depends on, beside the window
   * @param type of what is made; shared, and not to be changed
   */
  public synchronized <T> T once(Object key, Class<T> type, Supplier<T> work) {
    Object known = made.get(key);
    if (known == null) {
      known = work.get();
      made.put(key, known);
    }
    return type.cast(known);
  }

  /** What a description of this level and these rows takes from the window. */
  synchronized Lasting lasting(EvenLevel level, ScatteringRows rows) {
    int[] numbers = rows.numbers();
    if (lasting == null || !lasting.isOf(level, numbers)) {
      Frames evened = WindowDescription.evened(level, frames);
      lasting =
          new Lasting(level, numbers, rows.of(evened), WindowDescription.lastingOf(rows, evened));
    }
    return lasting;
  }
}
