package org.tonearm.tag.journal;

/** A run of writes that is going on. Thread-safe. */
public final class JournalRun {
  private final long id;

  JournalRun(long id) {
    this.id = id;
  }

  /** Its number, by which the user can undo it. */
  public long id() {
    return id;
  }

  /** Notes that the run is over. Twice is harmless. */
  public void finish() throws JournalException {}
}
