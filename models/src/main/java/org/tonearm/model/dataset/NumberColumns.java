package org.tonearm.model.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of manifests that hold numbers. */
public final class NumberColumns {
  /** Ratings from -1 to 1. */
  public static final List<String> RATINGS = List.of("valence", "arousal");

  /** Shares of listeners, 0 to 1. */
  public static final List<String> EMOTIONS =
      List.of(
          "amazement",
          "solemnity",
          "tenderness",
          "nostalgia",
          "calmness",
          "power",
          "joyful_activation",
          "tension",
          "sadness");

  static final String SECONDS = "duration_s";

  private NumberColumns() {}

  /** All of them. */
  static List<String> all() {
    return Stream.of(List.of(SECONDS), RATINGS, EMOTIONS).flatMap(List::stream).toList();
  }

  /** Why a value may not stand in such a column; empty if it may, as nothing may. */
  static Optional<String> fault(String column, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = Double.parseDouble(value);
      if (Double.isFinite(number)) {
        return fault(column, number);
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    return Optional.of("which is no number");
  }

  private static Optional<String> fault(String column, double number) {
    double least = RATINGS.contains(column) ? -1 : 0;
    double most = column.equals(SECONDS) ? Double.MAX_VALUE : 1;
    return number >= least && number <= most
        ? Optional.empty()
        : Optional.of(
            most > 1
                ? "which is below 0"
                : String.format(Locale.ROOT, "which is not from %.0f to 1", least));
  }
}
