package org.tonearm.tag.journal;

/** How far a write came. */
public enum EntryState {
  /** Noted; the file has not been touched. */
  PLANNED,
  /** The changed copy is verified and about to take the file's place. */
  WRITING,
  /** The file is changed. */
  DONE,
  /** The file is as it was. */
  FAILED,
  /** The file was changed, and all its fields were put back since. */
  UNDONE
}
