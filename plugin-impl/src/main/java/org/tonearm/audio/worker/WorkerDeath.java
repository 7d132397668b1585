package org.tonearm.audio.worker;

/**
 * A worker ended in the middle of a file, or had to be ended; turned into a {@code DecodeException}
 * before a caller sees it.
 */
final class WorkerDeath extends Exception {
  private static final long serialVersionUID = 1L;

  /** How it came about. */
  enum Kind {
    /** It could not be started, or ended before it was ready. */
    NOT_STARTED,
    /** It ended by itself, or was killed by somebody else. */
    CRASHED,
    /** It made no progress. */
    TIMEOUT
  }

  private final Kind kind;

  WorkerDeath(Kind kind, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
