package org.tonearm.configuration;

/** What becomes of a file that has several names: writing gives one of them a file of its own. */
public enum HardLinks {
  /** It is written, and the user is told. */
  WARN,
  /** It is written. */
  BREAK,
  /** It is left alone. */
  SKIP
}
