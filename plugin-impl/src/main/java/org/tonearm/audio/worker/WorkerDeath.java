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
    /** It ended by itself. */
    CRASHED,
    /** It was killed by somebody else, most often by the system for want of memory. */
    KILLED,
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

  /** True if a fresh worker may do better: an old one may be full of what earlier files left. */
  boolean worthAnother() {
    return kind == Kind.CRASHED || kind == Kind.KILLED;
  }
}
