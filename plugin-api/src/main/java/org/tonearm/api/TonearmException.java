package org.tonearm.api;

import java.util.Objects;

/**
 * Root of Tonearm's small family of errors.
 *
 * <p>The message names the file or the setting and what was expected; {@link #remedy()} says what
 * the reader can do next; {@link #code()} is a stable word for scripts, such as {@code unreadable}.
 * One track's error never ends a run.
 */
@Stability(Stability.Level.STABLE)
public abstract class TonearmException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  /**
   * @param code stable lower-case word of letters and hyphens
   * @param message names the file or setting, and what was expected
   * @param remedy one sentence: what to do next
   * @param cause what was caught, or null
   */
  protected TonearmException(String code, String message, String remedy, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.remedy = Objects.requireNonNull(remedy);
  }

  /** A stable word for scripts. */
  public final String code() {
    return code;
  }

  /** What to do next, as one sentence. */
  public final String remedy() {
    return remedy;
  }
}
