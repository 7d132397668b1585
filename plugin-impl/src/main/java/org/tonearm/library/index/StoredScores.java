package org.tonearm.library.index;

import java.util.List;
import org.tonearm.api.audio.DecodeReport;
import org.tonearm.api.classify.WindowResult;

/**
 * What one model heard in one track: enough to vote and decide again without decoding. Values are
 * kept exactly.
 *
 * @param report how the decoding went
 * @param wholeWindows number of windows that were full
 * @param windows in the order of time; empty if the track is too short
 */
public record StoredScores(DecodeReport report, int wholeWindows, List<Window> windows) {
  /** Copies the list. */
  public StoredScores {
    windows = List.copyOf(windows);
  }

  /**
   * One window.
   *
   * @param startSeconds time in the track of its first frame
   * @param endSeconds time of the frame after its last
   * @param result the classifier's answer; its array belongs to the receiver
   */
  public record Window(double startSeconds, double endSeconds, WindowResult result) {}

  /** The answers alone, as a classifier votes on them. */
  public List<WindowResult> results() {
    return windows.stream().map(Window::result).toList();
  }
}
