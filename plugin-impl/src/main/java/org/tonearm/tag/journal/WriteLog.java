package org.tonearm.tag.journal;

/**
 * Where writes are noted before they are done: a run of the journal, or the log of a host whose
 * files lie on many machines. Thread-safe.
 */
@FunctionalInterface
public interface WriteLog {
  /**
   * Notes a write that is about to begin. Only when this has returned may the temporary file be
   * made, so that one which a killed process left can be found again.
   *
   * @throws JournalException if it can't be noted; the write is then not begun
   */
  WriteNotes plan(PlannedWrite write) throws JournalException;
}
