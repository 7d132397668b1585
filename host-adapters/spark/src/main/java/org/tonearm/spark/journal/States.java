package org.tonearm.spark.journal;

/** Words for what became of a recording, in journals, rows and outcomes. */
public final class States {
  /** Its tags were written. */
  public static final String WRITTEN = "written";

  /** What would be written was laid down in the output. */
  public static final String SIDECAR = "sidecar";

  /** It has the planned tags already. */
  public static final String UNCHANGED = "unchanged";

  /** It is gone, or was changed since; it was left alone. */
  public static final String SKIPPED = "skipped";

  /** It could not be written; it is as it was. */
  public static final String FAILED = "failed";

  /** What was written was taken back. */
  public static final String UNDONE = "undone";

  /** It had been taken back already. */
  public static final String ALREADY = "already";

  /** A process ended before it said what became of it. */
  public static final String OPEN = "open";

  private States() {}
}
