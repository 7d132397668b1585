package org.tonearm.spark.apply;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.spark.journal.Begun;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.End;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.Note;
import org.tonearm.spark.journal.Placement;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.journal.TagWork;
import org.tonearm.spark.journal.Writer;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.StoredFile;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.journal.PlannedWrite;
import org.tonearm.tag.journal.WriteLog;
import org.tonearm.tag.journal.WriteNotes;

/** The engine's safe write, noted in an attempt's journal. Used for one file, by one thread. */
final class NotedWrite implements WriteLog, WriteNotes {
  private final Job job;
  private final StoredFile seen;
  private final ApplySettings settings;
  private final BucketJournal journal;
  private final String id = UUID.randomUUID().toString();
  private PlannedWrite planned;
  private StoredFile placed;

  NotedWrite(Job job, StoredFile seen, ApplySettings settings, BucketJournal journal) {
    this.job = job;
    this.seen = seen;
    this.settings = settings;
    this.journal = journal;
  }

  /** The file as it was put in place; null if it was not. */
  StoredFile placed() {
    return placed;
  }

  @Override
  public WriteNotes plan(PlannedWrite write) throws JournalException {
    planned = write;
    note(
        new Begun(id, job.uri(), AudioUri.of(write.temporary()), Writer.own(), Instant.now()),
        false);
    return this;
  }

  @Override
  public void writing(FileIdentity copy, Map<TagField, FieldState> after) throws JournalException {
    placed = StoredFile.plain(job.uri(), copy.size(), copy.modified() / Placements.MILLI);
    Placement placement = Placements.of(copy);
    note(intent(id, job, seen, settings, placement, work(planned, after)), true);
  }

  @Override
  public void done() throws JournalException {
    note(new End(id, job.uri(), job.done(), placed.version(), "", "", Instant.now()), false);
  }

  @Override
  public void failed(String code, String message) throws JournalException {
    placed = null;
    note(new End(id, job.uri(), States.FAILED, "", code, message, Instant.now()), false);
  }

  private void note(Note note, boolean durable) throws JournalException {
    try {
      journal.append(note, durable);
    } catch (IOException e) {
      throw new JournalException(
          "journal-io",
          "the journal of the output could not be written: " + e.getMessage(),
          "Check the storage that holds the output, then run again.",
          e);
    }
  }

  static Intent intent(
      String id,
      Job job,
      StoredFile seen,
      ApplySettings settings,
      Placement placement,
      TagWork work) {
    return new Intent(
        id,
        settings.run(),
        settings.attempt(),
        job.kind(),
        job.uri(),
        job.undoes(),
        seen,
        placement,
        work,
        Instant.now());
  }

  static TagWork work(PlannedWrite write, Map<TagField, FieldState> after) {
    List<JournaledField> fields = new ArrayList<>();
    for (TagField field : TagField.values()) {
      if (write.before().containsKey(field)) {
        fields.add(
            new JournaledField(
                field,
                write.before().get(field),
                write.intended().get(field),
                Optional.ofNullable(after.get(field)),
                false));
      }
    }
    return new TagWork(write.audioHash(), write.codec(), write.profile(), write.layout(), fields);
  }
}
