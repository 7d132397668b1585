package org.tonearm.api;

import java.util.Objects;

/**
 * A label and how sure the model is of it.
 *
 * @param label the model's own label, such as {@code hiphop} or {@code Q2}
 * @param score calibrated probability, 0 to 1
 */
@Stability(Stability.Level.STABLE)
public record LabelScore(String label, double score) {
  /** Checks the range of the score. */
  public LabelScore {
    Objects.requireNonNull(label);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score of " + label + " is not within 0 to 1: " + score);
    }
  }
}
