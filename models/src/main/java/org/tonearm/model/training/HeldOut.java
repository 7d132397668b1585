package org.tonearm.model.training;

import java.util.Map;

/**
 * What each listener said of one held-out clip, before calibration.
 *
 * @param id the clip
 * @param dataset its data set
 * @param fold the fold in which it was held out
 * @param truth index of its label; -1 where it has none of those asked for
 * @param logProbabilities listener ({@code network}, {@code statistics}, {@code baseline}; of
 *     several kinds of networks also each kind) to one natural logarithm a label
 */
public record HeldOut(
    String id, String dataset, int fold, int truth, Map<String, double[]> logProbabilities) {
  /** Copies the map. */
  public HeldOut {
    logProbabilities = Map.copyOf(logProbabilities);
  }
}
