package org.tonearm.model.verdict;

import java.util.Map;

/**
 * How sure a model must be of a label before it is told.
 *
 * @param general probability, 0 to 1, for labels without one of their own
 * @param own probabilities, 0 to 1, by the model's label; each stands in place of the general one,
 *     be it higher or lower
 */
public record Thresholds(double general, Map<String, Double> own) {
  /** Copies the map and checks the ranges. */
  public Thresholds {
    own = Map.copyOf(own);
    check(general);
    own.values().forEach(Thresholds::check);
  }

  /** The same for every label. */
  public Thresholds(double general) {
    this(general, Map.of());
  }

  /** Probability under which a label is not told. */
  public double of(String label) {
    return own.getOrDefault(label, general);
  }

  private static void check(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold not within 0 to 1: " + threshold);
    }
  }
}
