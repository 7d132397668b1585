package org.tonearm.panel.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagField;
import org.tonearm.panel.TrackRow;

/**
 * What would be told of the tracks of a session at a threshold. The models' probabilities are
 * calibrated: of the tracks told at probability p, a share of p should be right.
 *
 * @param tracks that were asked this question
 * @param told of these, those that would get an answer
 * @param empty of those, the ones whose field is empty
 * @param right share of the told that should be right: the mean of their probabilities, 0 to 1;
 *     empty if none would be told
 */
public record ThresholdPreview(int tracks, int told, int empty, OptionalDouble right) {
  private static final Set<String> NEVER_TOLD = Set.of("not-music", "too-short");

  /**
   * Counts.
   *
   * @param field genre or mood
   * @param threshold 0 to 1
   */
  public static ThresholdPreview of(List<TrackRow> rows, TagField field, double threshold) {
    int tracks = 0;
    int empty = 0;
    List<Double> told = new ArrayList<>();
    for (TrackRow row : rows) {
      if (row.verdict(field).isEmpty()) {
        continue;
      }
      tracks++;
      double best = row.confidence(field).orElse(0);
      if (best >= threshold && !silent(row.verdict(field).get())) {
        told.add(best);
        empty += row.current(field).isEmpty() ? 1 : 0;
      }
    }
    return new ThresholdPreview(
        tracks, told.size(), empty, told.stream().mapToDouble(Double::doubleValue).average());
  }

  /** The share of tracks that would get an answer, 0 to 1; 0 without tracks. */
  public double coverage() {
    return tracks == 0 ? 0 : (double) told / tracks;
  }

  private static boolean silent(Verdict verdict) {
    return NEVER_TOLD.contains(verdict.abstention());
  }
}
