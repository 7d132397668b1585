package org.tonearm.tag.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run of writes that is going on. Thread-safe. */
public final class JournalRun implements WriteLog {
  private static final Logger LOG = LoggerFactory.getLogger(JournalRun.class);

  private final Database database;
  private final long id;

  JournalRun(Database database, long id) {
    this.database = database;
    this.id = id;
  }

  /** Its number, by which the user can undo it. */
  public long id() {
    return id;
  }

  /**
   * Notes a write that is about to begin. The note is on the disk when this returns; only then may
   * the temporary file be made.
   */
  @Override
  public OpenEntry plan(PlannedWrite write) throws JournalException {
    return new OpenEntry(
        database, database.write(connection -> EntryRows.insert(connection, id, write)));
  }

  /**
   * Notes that the run is over. Twice is harmless. Where the journal can't take the note, a warning
   * is logged: every write of the run stands in it already.
   */
  public void finish() {
    try {
      database.write(
          connection ->
              Database.execute(
                  connection,
                  "UPDATE run SET finished = ? WHERE id = ? AND finished IS NULL",
                  System.currentTimeMillis(),
                  id));
    } catch (JournalException e) {
      LOG.warn("The end of run {} could not be noted: {}", id, e.getMessage());
    }
  }
}
