package org.tonearm.model.dataset;

import java.util.List;
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

  /** True for what may stand in such a column: a finite number, or nothing. */
  static boolean fits(String value) {
    try {
      return value.isEmpty() || Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
