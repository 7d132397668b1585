package org.tonearm.tag.journal;

import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;

/** The notes of one write that is under way. Belongs to the thread that writes. */
public interface WriteNotes {
  /**
   * Notes that the copy is verified and is about to take the file's place. The note is on the disk
   * when this returns.
   *
   * @param copy the copy, as it will be after the rename
   * @param after the changed fields as read back from it
   * @throws JournalException if it can't be noted; the file is then not replaced
   */
  void writing(FileIdentity copy, Map<TagField, FieldState> after) throws JournalException;

  /** Notes that the file is changed. */
  void done() throws JournalException;

  /** Notes that the file is as it was. */
  void failed(String code, String message) throws JournalException;
}
