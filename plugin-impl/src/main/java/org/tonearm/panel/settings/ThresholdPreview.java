package org.tonearm.panel.settings;

import java.util.OptionalDouble;

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
  /** The share of tracks that would get an answer, 0 to 1; 0 without tracks. */
  public double coverage() {
    return tracks == 0 ? 0 : (double) told / tracks;
  }
}
