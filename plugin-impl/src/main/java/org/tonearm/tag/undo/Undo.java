package org.tonearm.tag.undo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Takes a run's changes back. Thread-safe as long as no run is undone by two threads at once. */
public final class Undo {
  private final Journal journal;
  private final CodecRegistry codecs;
  private final TagWriter writer;

  /**
   * @param journal where the run and the undo are recorded
   * @param codecs read the files
   * @param writer writes them
   */
  public Undo(Journal journal, CodecRegistry codecs, TagWriter writer) {
    this.journal = Objects.requireNonNull(journal);
    this.codecs = Objects.requireNonNull(codecs);
    this.writer = Objects.requireNonNull(writer);
  }

  /** {@link #undo(long, boolean, WriteOptions, UndoListener)} with nothing allowed to be lost. */
  public UndoReport undo(long run, boolean dryRun, UndoListener listener) throws JournalException {
    return undo(run, dryRun, WriteOptions.DEFAULT, listener);
  }

  /**
   * Puts each field that a run changed back to what it was, unless it was changed again since.
   * Files that fail are reported and end nothing. A second undo of the same run finds nothing to
   * do. Between two files it heeds the thread's interruption and ends early; the rest can be undone
   * by another undo.
   *
   * @param run the run's number
   * @param dryRun only looks and tells
   * @param options what the user allows
   * @param listener told of each file
   * @throws JournalException {@code no-such-run}, {@code not-undoable} or {@code journal-io}
   */
  public UndoReport undo(long run, boolean dryRun, WriteOptions options, UndoListener listener)
      throws JournalException {
    check(run);
    List<JournalEntry> entries = undoable(run);
    if (dryRun || entries.isEmpty()) {
      List<UndoneFile> files = new ArrayList<>();
      for (JournalEntry entry : entries) {
        report(new EntryUndo(entry, codecs).look(), files, listener);
      }
      return new UndoReport(run, OptionalLong.empty(), dryRun, files);
    }
    JournalRun undoRun = journal.beginUndo("undo " + run, run);
    try {
      List<UndoneFile> files = new ArrayList<>();
      for (JournalEntry entry : entries) {
        if (Thread.currentThread().isInterrupted()) {
          break;
        }
        report(
            new EntryUndo(entry, codecs).apply(journal, writer, options, undoRun), files, listener);
      }
      return new UndoReport(run, OptionalLong.of(undoRun.id()), false, files);
    } finally {
      undoRun.finish();
    }
  }

  private void check(long run) throws JournalException {
    RunSummary summary =
        journal
            .run(run)
            .orElseThrow(
                () ->
                    new JournalException(
                        "no-such-run",
                        "there is no run " + run,
                        "'tonearm history' lists the runs."));
    if (summary.undoes().isPresent()) {
      throw new JournalException(
          "not-undoable",
          "run " + run + " is itself an undo, of run " + summary.undoes().getAsLong(),
          "Tag the files again to bring its changes back.");
    }
  }

  /** Newest first: where a run changed a file twice, the later change is in front. */
  private List<JournalEntry> undoable(long run) throws JournalException {
    List<JournalEntry> entries =
        new ArrayList<>(
            journal.entries(run).stream().filter(e -> e.state() == EntryState.DONE).toList());
    Collections.reverse(entries);
    return entries;
  }

  private static void report(UndoneFile file, List<UndoneFile> files, UndoListener listener) {
    files.add(file);
    listener.undone(file);
  }
}
