package org.tonearm.model.training;

import java.util.Map;

/**
 * What each listener said of one held-out clip, before calibration.
 *
 * @param id the clip
 * @param dataset its data set
 * @param fold the fold in which it was held out
 * @param truth index of its label
 * @param logProbabilities listener ({@code network}, {@code statistics}, {@code baseline}) to one
 *     natural logarithm a label
 * @param networkShare weight of the network in the join, fitted inside the fold's training part
 * @param temperatures listener or {@code joined} to the temperature fitted inside the fold's
 *     training part
 */
public record ClipScores(
    String id,
    String dataset,
    int fold,
    int truth,
    Map<String, double[]> logProbabilities,
    double networkShare,
    Map<String, Double> temperatures) {
  /** Copies the maps. */
  public ClipScores {
    logProbabilities = Map.copyOf(logProbabilities);
    temperatures = Map.copyOf(temperatures);
  }
}
