package org.tonearm.model.learned;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.model.evaluation.Prediction;

/**
 * Where the accuracy on tracks of other groups may lie, in nineteen of twenty cases or so.
 *
 * <p>Groups are counted, not tracks: the tracks of one artist are told rightly or wrongly together.
 * Four groups of middling size are added, two of them right and two wrong, so that a few answers
 * that are all right do not pass for certainty. Where each group is one track, that is the interval
 * of Agresti and Coull.
 *
 * @param low 0 or more
 * @param high 1 or less
 */
public record AccuracyRange(double low, double high) {
  /** Made-up groups that are right; as many are wrong. */
  private static final int ADDED = 2;

  private static final double STANDARD_ERRORS = 2;

  /**
   * Of tracks held out.
   *
   * @param predictions at least one
   * @param groups of the predictions' tracks, in their order
   */
  static AccuracyRange of(List<Prediction> predictions, List<String> groups) {
    Map<String, Integer> tracks = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      tracks.merge(groups.get(i), 1, Integer::sum);
      right.merge(groups.get(i), predictions.get(i).right() ? 1 : 0, Integer::sum);
    }
    double size = predictions.size() / (double) tracks.size();
    double all = predictions.size() + 2 * ADDED * size;
    double share = (predictions.stream().filter(Prediction::right).count() + ADDED * size) / all;
    double squares =
        ADDED * (square(size * (1 - share)) + square(size * share))
            + tracks.keySet().stream()
                .sorted()
                .mapToDouble(group -> square(right.get(group) - share * tracks.get(group)))
                .sum();
    double count = tracks.size() + 2.0 * ADDED;
    double either = STANDARD_ERRORS * Math.sqrt(squares * count / (count - 1)) / all;
    return new AccuracyRange(Math.max(0, share - either), Math.min(1, share + either));
  }

  private static double square(double value) {
    return value * value;
  }
}
