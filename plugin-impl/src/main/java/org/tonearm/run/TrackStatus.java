package org.tonearm.run;

import java.util.Locale;

/** What became of a track. */
public enum TrackStatus {
  /** Changes are planned; a dry run writes none. */
  PLANNED,
  /** Changes are in the file. */
  WRITTEN,
  /** Heard, and nothing to change. */
  UNCHANGED,
  /** Heard, and nothing told for any task. */
  ABSTAINED,
  /** Dropped at some stage, for the reason given; the file is as it was. */
  FAILED;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
