package org.tonearm.model.suite.outcome;

import java.util.List;

/**
 * One row of the table on one fold.
 *
 * @param row the row's id
 * @param task {@code genre} or {@code mood}
 * @param fold the fold held out
 * @param recipe what it depends on beside the clips: a record of another recipe does not count
 * @param labels in the order of the scores
 * @param tracks one a held-out clip
 * @param unit what the network hears at a time: {@code frames} or {@code pieces}; empty for none
 * @param unitsRight units told right
 * @param units units heard
 * @param parameters weights of the network or machine
 * @param inferenceMillis CPU milliseconds per 30 s, features left out; NaN if not measured
 * @param fit how it was trained; null for a machine without epochs
 */
public record FoldRecord(
    String row,
    String task,
    int fold,
    String recipe,
    List<String> labels,
    List<TrackOutcome> tracks,
    String unit,
    long unitsRight,
    long units,
    long parameters,
    double inferenceMillis,
    FitRecord fit) {
  /** Copies the lists. */
  public FoldRecord {
    labels = List.copyOf(labels);
    tracks = List.copyOf(tracks);
  }
}
