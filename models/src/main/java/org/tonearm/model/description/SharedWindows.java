package org.tonearm.model.description;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.tonearm.model.feature.Frames;

/**
 * The windows heard last, so that models which hear the same ones shortly after each other share
 * the work: they are known again by their values. Thread-safe.
 */
public final class SharedWindows {
  /** Models hear windows in batches. */
  private static final int BATCH = 8;

  private final int kept;
  private final Deque<SharedWindow> last = new ArrayDeque<>();

  /** Keeps as many as the threads of this computer hear at a time; each takes some 1.2 MB. */
  public SharedWindows() {
    this(BATCH * Math.max(3, Runtime.getRuntime().availableProcessors() + 1));
  }

  /**
   * @param kept how many windows are known again
   */
  SharedWindows(int kept) {
    this.kept = kept;
  }

  /**
   * A window.
   *
   * @param frames at least one; copied; the same values are known again, in whichever array
   */
  public SharedWindow of(float[][] frames) {
    synchronized (last) {
      for (SharedWindow known : last) {
        if (holds(known.frames(), frames)) {
          return known;
        }
      }
      if (last.size() == kept) {
        last.removeFirst();
      }
      SharedWindow window = new SharedWindow(Frames.of(frames));
      last.addLast(window);
      return window;
    }
  }

  /** Tells most others apart by their first value. */
  private static boolean holds(Frames known, float[][] frames) {
    if (known.count() != frames.length) {
      return false;
    }
    int width = known.dimensions();
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].length != width
          || !Arrays.equals(frames[i], 0, width, known.values(), i * width, i * width + width)) {
        return false;
      }
    }
    return true;
  }
}
