package org.tonearm.tag.journal;

import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;

/**
 * The journal's entry of a write that is under way. Belongs to the thread that writes. Each note is
 * on the disk when its method returns.
 */
public final class OpenEntry implements WriteNotes {
  private final Database database;
  private final long id;

  OpenEntry(Database database, long id) {
    this.database = database;
    this.id = id;
  }

  /** Its number. */
  public long id() {
    return id;
  }

  /**
   * Notes that the copy is verified and is about to take the file's place.
   *
   * @param copy the copy, as it will be after the rename
   * @param after the changed fields as read back from it
   */
  @Override
  public void writing(FileIdentity copy, Map<TagField, FieldState> after) throws JournalException {
    database.write(connection -> EntryRows.writing(connection, id, copy, after));
  }

  /** Notes that the file is changed. */
  @Override
  public void done() throws JournalException {
    database.write(connection -> EntryRows.settle(connection, id, EntryState.DONE, null));
  }

  /** Notes that the file is as it was. */
  @Override
  public void failed(String code, String message) throws JournalException {
    JournalEntry.Failure failure = new JournalEntry.Failure(code, message);
    database.write(connection -> EntryRows.settle(connection, id, EntryState.FAILED, failure));
  }
}
