package org.tonearm.standalone;

/** Exit codes of every verb; scripts rely on them. */
final class ExitCode {
  static final int GOOD = 0;
  static final int SOME_FAILED = 1;
  static final int WRONG_USE = 2;

  /** EX_TEMPFAIL of sysexits.h: what went wrong may pass, and a supervisor may start it again. */
  static final int PASSING = 75;

  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
