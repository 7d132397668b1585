package org.tonearm.spark.journal;

import java.util.Locale;

/** What was to be done to a recording. */
public enum Kind {
  /** Its tags were to be written. */
  APPLY,
  /** What would be written was to be laid down in the output. */
  SIDECAR,
  /** One of these was to be taken back. */
  UNDO;

  /** The word in journals. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
