package org.tonearm.doctor;

import java.util.Objects;

/**
 * One thing looked at.
 *
 * @param subject what, in a word or two
 * @param level whether it stands in the way
 * @param detail what was found
 * @param remedy what to do; "" if all is well
 */
public record Finding(String subject, Level level, String detail, String remedy) {
  /** Checks that nothing is null. */
  public Finding {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(level);
    Objects.requireNonNull(detail);
    Objects.requireNonNull(remedy);
  }

  /** Whether it stands in the way. */
  public enum Level {
    /** All is well. */
    GOOD,
    /** Works, with a drawback. */
    WARNING,
    /** A run can't work. */
    FAULT
  }

  static Finding good(String subject, String detail) {
    return new Finding(subject, Level.GOOD, detail, "");
  }

  static Finding warning(String subject, String detail, String remedy) {
    return new Finding(subject, Level.WARNING, detail, remedy);
  }

  static Finding fault(String subject, String detail, String remedy) {
    return new Finding(subject, Level.FAULT, detail, remedy);
  }
}
