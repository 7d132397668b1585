package org.tonearm.api;

import java.util.List;

/**
 * Scores of one window of a track.
 *
 * @param startSeconds where the window starts, in seconds from the track's start
 * @param endSeconds where it ends
 * @param scores one per label, in the model's order
 */
@Stability(Stability.Level.STABLE)
public record WindowScores(double startSeconds, double endSeconds, List<LabelScore> scores) {
  /** Copies the list. */
  public WindowScores {
    scores = List.copyOf(scores);
  }
}
