package org.tonearm.model.training;

import java.util.Map;

/**
 * What each listener said of one held-out clip, and how that is calibrated.
 *
 * @param heldOut the clip and its raw scores
 * @param networkShare weight of the network in the join, fitted on clips of other folds
 * @param temperatures listener or {@code joined} to the temperature fitted on clips of other folds
 */
public record ClipScores(HeldOut heldOut, double networkShare, Map<String, Double> temperatures) {
  /** Copies the map. */
  public ClipScores {
    temperatures = Map.copyOf(temperatures);
  }
}
