package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts the frames of one track into windows for one model.
 *
 * <p>Windows adjoin, do not overlap, and never span two stretches. What is left at the end of a
 * stretch counts as a window when it is at least a third full, or when the track has no other.
 * Holds less than two windows of frames. Confined to one thread.
 */
final class WindowCutter {

  /**
   * A window.
   *
   * @param startSeconds time in the track of its first frame
   * @param endSeconds time of the frame after its last
   * @param frames frames x dimensions
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Window(double startSeconds, double endSeconds, float[][] frames) {}

  private final int windowFrames;
  private final double secondsPerFrame;
  private final Consumer<Window> windows;

  private final List<float[]> filling = new ArrayList<>();
  private double stretchStart;
  private long stretchFrames;
  private int wholeWindows;
  private boolean anyWindow;
  private Window longestRest;

  /**
   * @param windowFrames frames a window
   * @param secondsPerFrame from one frame to the next
   * @param windows receives each window as it fills
   */
  WindowCutter(int windowFrames, double secondsPerFrame, Consumer<Window> windows) {
    this.windowFrames = windowFrames;
    this.secondsPerFrame = secondsPerFrame;
    this.windows = windows;
  }

  /** A new stretch begins at this time of the track. */
  void begin(double startSeconds) {
    endStretch();
    stretchStart = startSeconds;
    stretchFrames = 0;
  }

  /** Takes the next frame. */
  void accept(float[] frame) {
    filling.add(frame);
    stretchFrames++;
    if (filling.size() == windowFrames) {
      wholeWindows++;
      emit(take());
    }
  }

  /** The track ends. */
  void finish() {
    endStretch();
    if (!anyWindow && longestRest != null) {
      emit(longestRest);
    }
    longestRest = null;
  }

  /** Number of full windows so far. */
  int wholeWindows() {
    return wholeWindows;
  }

  private void endStretch() {
    if (filling.isEmpty()) {
      return;
    }
    Window rest = take();
    if (3 * rest.frames().length >= windowFrames) {
      emit(rest);
    } else if (longestRest == null || longestRest.frames().length < rest.frames().length) {
      longestRest = rest;
    }
  }

  private Window take() {
    float[][] frames = filling.toArray(float[][]::new);
    filling.clear();
    double end = stretchStart + stretchFrames * secondsPerFrame;
    return new Window(end - frames.length * secondsPerFrame, end, frames);
  }

  private void emit(Window window) {
    anyWindow = true;
    windows.accept(window);
  }
}
