package org.tonearm.api;

import java.util.List;
import java.util.Objects;

/**
 * What a model heard in one track, before any decision.
 *
 * @param task the question answered
 * @param modelId id and version of the model, such as {@code genre-indrnn-2}
 * @param scores track scores, best first; calibrated, sum 1
 * @param music probability, 0 to 1, that the track is music at all (not speech, noise, silence)
 * @param timeline scores of each window, in order of time
 * @param subgenres what was heard below the labels; empty where it was not asked for, or the model
 *     knows none
 */
@Stability(Stability.Level.STABLE)
public record Analysis(
    Task task,
    String modelId,
    List<LabelScore> scores,
    double music,
    List<WindowScores> timeline,
    List<Subgenres> subgenres) {
  /** Copies the lists. */
  public Analysis {
    Objects.requireNonNull(task);
    Objects.requireNonNull(modelId);
    scores = List.copyOf(scores);
    timeline = List.copyOf(timeline);
    subgenres = List.copyOf(subgenres);
  }

  /** Without sub-genres. */
  public Analysis(
      Task task,
      String modelId,
      List<LabelScore> scores,
      double music,
      List<WindowScores> timeline) {
    this(task, modelId, scores, music, timeline, List.of());
  }
}
