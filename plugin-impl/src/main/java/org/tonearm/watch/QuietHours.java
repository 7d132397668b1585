package org.tonearm.watch;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the day in which nothing is begun.
 *
 * @param from the first moment of quiet, local time
 * @param to the first moment after it; before {@code from} where midnight lies between
 */
public record QuietHours(LocalTime from, LocalTime to) {
  private static final Pattern HOURS =
      Pattern.compile("([0-9]{1,2}:[0-9]{2}) *- *([0-9]{1,2}:[0-9]{2})");

  /** Checks that there is an end. */
  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("begin and end are the same");
    }
  }

  /**
   * Reads hours such as {@code 22:00-07:00}.
   *
   * @throws IllegalArgumentException if they are none, with the reason
   */
  public static QuietHours parse(String text) {
    Matcher hours = HOURS.matcher(text.strip());
    if (!hours.matches()) {
      throw new IllegalArgumentException("not two times with a hyphen between them");
    }
    return new QuietHours(time(hours.group(1)), time(hours.group(2)));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time of day: " + text, e);
    }
  }

  /** Whether a time of day is quiet. */
  public boolean at(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean ended = !time.isBefore(to);
    return from.isBefore(to) ? begun && !ended : begun || !ended;
  }

  /** As it is written, such as {@code 22:00-07:00}. */
  public String text() {
    return from + "-" + to;
  }
}
