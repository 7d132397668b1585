package org.tonearm.spark.apply;

import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.spark.journal.TagWork;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.PlannedWrite;
import org.tonearm.tag.journal.WriteLog;
import org.tonearm.tag.journal.WriteNotes;

/** The safe write of a copy that nobody else knows: only kept in mind, until the put is noted. */
final class CopyWrite implements WriteLog, WriteNotes {
  private PlannedWrite planned;
  private Map<TagField, FieldState> states = Map.of();

  @Override
  public WriteNotes plan(PlannedWrite write) {
    planned = write;
    return this;
  }

  @Override
  public void writing(FileIdentity copy, Map<TagField, FieldState> after) {
    states = after;
  }

  @Override
  public void done() {}

  @Override
  public void failed(String code, String message) {}

  /** What the write did; once it is done. */
  TagWork work() {
    return NotedWrite.work(planned, states);
  }
}
