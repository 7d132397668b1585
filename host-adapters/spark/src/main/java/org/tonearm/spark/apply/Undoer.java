package org.tonearm.spark.apply;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.tonearm.spark.journal.Intent;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.NoteJson;
import org.tonearm.spark.journal.States;
import org.tonearm.spark.store.AudioStores;

/**
 * Takes back what was written, each once, by what the journal holds of the old tags. A field that
 * somebody changed since is left as it is. Threads and faults as for {@link Applier}.
 */
public final class Undoer implements AutoCloseable {
  private final Desk desk;
  private final NoteJson json = new NoteJson();

  /**
   * @param stores where recordings and output lie
   * @param journal the output's journals
   * @param settings what holds for all recordings; the run is the undo's own, and its profile is
   *     not heeded: each write is taken back under the one it was made under
   * @throws IOException if there is no room for copies on this machine
   */
  public Undoer(AudioStores stores, JournalFolder journal, ApplySettings settings)
      throws IOException {
    this.desk = new Desk(Objects.requireNonNull(stores), journal, settings);
  }

  /**
   * Takes writes back as their outcomes are asked for, in order, one outcome each; of several
   * writes of one recording, the newest has to come first.
   *
   * @param entries as {@link org.tonearm.spark.journal.JournalRow#entry} tells them
   */
  public Iterator<ApplyOutcome> undo(Iterator<String> entries) {
    return new Outcomes<>(entries, this::undo, desk);
  }

  private ApplyOutcome undo(String entry) {
    return json.read(entry)
        .filter(Intent.class::isInstance)
        .map(Intent.class::cast)
        .map(written -> new JobRun(desk, new UndoJob(written)).run())
        .orElseGet(
            () ->
                new ApplyOutcome(
                    "",
                    States.FAILED,
                    "journal-corrupt",
                    "an entry of the journal can't be read",
                    "Take the entries from the journal's rows as they are.",
                    "",
                    0,
                    List.of()));
  }

  @Override
  public void close() throws IOException {
    desk.close();
  }
}
