package org.tonearm.model.learned;

import java.util.List;
import java.util.stream.IntStream;
import org.tonearm.model.classifier.WindowSound;

/**
 * A track that is learnt from.
 *
 * @param id names it in reports, and is unique
 * @param label number of its label, from 0
 * @param group what must not stand on both sides of a split, such as the artist
 * @param windows at least one
 */
public record TaughtTrack(String id, int label, String group, List<WindowSound> windows) {
  /** Copies the list and checks that there is a window. */
  public TaughtTrack {
    windows = List.copyOf(windows);
    if (windows.isEmpty() || label < 0) {
      throw new IllegalArgumentException("a track needs a window and a label: " + id);
    }
  }

  /** Probability that it is music, as tagging takes it: the mean over its windows. */
  double music() {
    return windows.stream().mapToDouble(WindowSound::music).average().orElseThrow();
  }

  /** The same with another number for its label. */
  TaughtTrack labelled(int number) {
    return new TaughtTrack(id, number, group, windows);
  }

  /** The same with at most so many windows, spread evenly over it. */
  TaughtTrack thinned(int most) {
    return new TaughtTrack(id, label, group, thinned(windows, most));
  }

  static List<WindowSound> thinned(List<WindowSound> windows, int most) {
    int n = windows.size();
    return n <= most
        ? windows
        : IntStream.range(0, most)
            .mapToObj(i -> windows.get((int) ((i + 0.5) * n / most)))
            .toList();
  }
}
