package org.tonearm.model.training;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tonearm.model.evaluation.FigureTable;
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
  private static final double HIGHEST = 0.95;

  /** Copies the list. */
  public ThresholdChoice {
    predictions = List.copyOf(predictions);
  }

  /**
   * The lowest threshold from 0.30 on, in steps of 0.05, that reaches the precision wanted; 0.95
   * where none does.
   */
  public double chosen() {
    return reached().orElse(HIGHEST);
  }

  /** A step at which nothing is told has reached nothing. */
  private OptionalDouble reached() {
    return IntStream.rangeClosed(FIRST, LAST)
        .mapToDouble(step -> step * STEP)
        .filter(threshold -> precision(threshold) >= PRECISION_WANTED)
        .map(threshold -> Math.round(threshold * 100) / 100.0)
        .findFirst();
  }

  /** What would be told, and how much of it was right, for a row of thresholds. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| threshold | told | right of those told |\n|---|---|---|\n");
    for (int step = FIRST; step < LAST; step += 2) {
      double t = step * STEP;
      out.append(
          String.format(
              Locale.ROOT,
              "| %.2f | %.3f | %s |%n",
              t,
              coverage(t),
              FigureTable.share(precision(t))));
    }
    return out.append(
            String.format(
                Locale.ROOT,
                "%nBelow %.2f nothing is told unless asked for: %s step at which %.0f %% of what is"
                    + " told was right on held-out clips.%n",
                chosen(),
                reached().isPresent() ? "the lowest" : "there is no",
                100 * PRECISION_WANTED))
        .toString();
  }

  /** Share that is right of what is told; not a number where nothing is. */
  private double precision(double threshold) {
    List<Prediction> told = told(threshold);
    return told.isEmpty()
        ? Double.NaN
        : told.stream().filter(Prediction::right).count() / (double) told.size();
  }

  private double coverage(double threshold) {
    return told(threshold).size() / (double) predictions.size();
  }

  private List<Prediction> told(double threshold) {
    return predictions.stream().filter(p -> p.confidence() >= threshold).toList();
  }
}
