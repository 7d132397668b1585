package org.tonearm.api;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model heard one level below one of its labels.
 *
 * @param parent the label, such as {@code electronic}
 * @param scores of the labels below it, best first: calibrated probabilities, given that the parent
 *     is right, sum at most 1
 * @param threshold probability, 0 to 1, under which none of them is told
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record Subgenres(String parent, List<LabelScore> scores, double threshold) {
  /** Sorts the scores and checks the range of the threshold. */
  public Subgenres {
    Objects.requireNonNull(parent);
    scores =
        scores.stream().sorted(Comparator.comparingDouble(LabelScore::score).reversed()).toList();
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold not within 0 to 1: " + threshold);
    }
  }

  /** The best one, if it is sure enough to be told where the parent is. */
  public Optional<LabelScore> sure() {
    return scores.stream().findFirst().filter(best -> best.score() >= threshold);
  }
}
