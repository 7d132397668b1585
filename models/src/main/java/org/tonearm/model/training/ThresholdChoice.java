package org.tonearm.model.training;

import java.util.List;
import java.util.Locale;
import org.tonearm.model.evaluation.Prediction;

/**
 * The probability under which a model is to abstain unless asked otherwise, and the table that it
 * is chosen by. Immutable, thread-safe.
 *
 * @param predictions calibrated, of held-out clips; at least one
 */
public record ThresholdChoice(List<Prediction> predictions) {
  /** Below this precision of what is told, the default threshold rises. */
  private static final double PRECISION_WANTED = 0.75;

  private static final double STEP = 0.05;
  private static final int FIRST = 6;
  private static final int LAST = 19;

  /** Copies the list. */
  public ThresholdChoice {
    predictions = List.copyOf(predictions);
  }

  /** The lowest threshold from 0.30 on, in steps of 0.05, that reaches the precision wanted. */
  public double chosen() {
    for (int step = FIRST; step < LAST; step++) {
      double threshold = step * STEP;
      if (precision(threshold) >= PRECISION_WANTED) {
        return Math.round(threshold * 100) / 100.0;
      }
    }
    return Math.round(LAST * STEP * 100) / 100.0;
  }

  /** What would be told, and how much of it was right, for a row of thresholds. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| threshold | told | right of those told |\n|---|---|---|\n");
    for (int step = FIRST; step < LAST; step += 2) {
      double t = step * STEP;
      out.append(
          String.format(Locale.ROOT, "| %.2f | %.3f | %.3f |%n", t, coverage(t), precision(t)));
    }
    return out.append(
            String.format(
                Locale.ROOT,
                "%nBelow %.2f nothing is told unless asked for: the lowest step at which %.0f %% of"
                    + " what is told was right on held-out clips.%n",
                chosen(),
                100 * PRECISION_WANTED))
        .toString();
  }

  private double precision(double threshold) {
    List<Prediction> told = told(threshold);
    return told.isEmpty()
        ? 1
        : told.stream().filter(Prediction::right).count() / (double) told.size();
  }

  private double coverage(double threshold) {
    return told(threshold).size() / (double) predictions.size();
  }

  private List<Prediction> told(double threshold) {
    return predictions.stream().filter(p -> p.confidence() >= threshold).toList();
  }
}
