package org.tonearm.spark.store;

import java.io.IOException;
import java.util.Objects;

/** An object can't be replaced without harm, so it is left as it is. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String remedy;

  /**
   * @param code a stable word: {@code attributes} or {@code object-too-large}
   * @param message names the object
   * @param remedy what to do next
   */
  public RefusedException(String code, String message, String remedy) {
    super(message);
    this.code = Objects.requireNonNull(code);
    this.remedy = Objects.requireNonNull(remedy);
  }

  /** A stable word for scripts. */
  public String code() {
    return code;
  }

  /** What to do next, as one sentence. */
  public String remedy() {
    return remedy;
  }
}
