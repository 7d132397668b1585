package org.tonearm.tag.undo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryCursor;
import org.tonearm.tag.journal.EntrySelection;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.RunSummary;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;

/** Takes changes back. Thread-safe as long as no run is undone by two threads at once. */
public final class Undo {
  private final Journal journal;
  private final CodecRegistry codecs;
  private final TagWriter writer;
  private final MovedFiles moved;
  private final GivenBack given;

  /**
   * @param journal where the runs and the undo are recorded
   * @param codecs read the files
   * @param writer writes them
   * @param moved asked for files that are no longer where they were
   * @param given told of files that were written
   */
  public Undo(
      Journal journal, CodecRegistry codecs, TagWriter writer, MovedFiles moved, GivenBack given) {
    this.journal = Objects.requireNonNull(journal);
    this.codecs = Objects.requireNonNull(codecs);
    this.writer = Objects.requireNonNull(writer);
    this.moved = Objects.requireNonNull(moved);
    this.given = Objects.requireNonNull(given);
  }

  /** Without anybody to take note of files that were written. */
  public Undo(Journal journal, CodecRegistry codecs, TagWriter writer, MovedFiles moved) {
    this(journal, codecs, writer, moved, GivenBack.UNNOTED);
  }

  /** Without anybody to ask for files that were moved. */
  public Undo(Journal journal, CodecRegistry codecs, TagWriter writer) {
    this(journal, codecs, writer, MovedFiles.NONE);
  }

  /**
   * All of a run, with nothing allowed to be lost; see {@link #undo(UndoRequest, UndoListener)}.
   */
  public UndoReport undo(long run, boolean dryRun, UndoListener listener) throws JournalException {
    return undo(UndoRequest.of(run, dryRun, WriteOptions.DEFAULT, () -> false), listener);
  }

  /**
   * Puts each field that was changed back to what it was, unless it was changed again since; the
   * newest change first. Files that fail are reported and end nothing. A second undo of the same
   * finds nothing to do. Between two files it heeds the thread's interruption, and whether the
   * request was given up, and ends early; the rest can be undone by another undo. Memory does not
   * grow with the number of files, save for a dry run over several runs, which keeps the fields of
   * files that several of them changed, and for the names of files in folders that are searched.
   *
   * @param request what
   * @param listener told of each file
   * @throws JournalException {@code no-such-run}, {@code not-undoable}, or as the journal's methods
   */
  public UndoReport undo(UndoRequest request, UndoListener listener) throws JournalException {
    if (request.run().isPresent()) {
      check(request.run().getAsLong());
    }
    Places places = new Places(request.places(), codecs);
    EntrySelection selection =
        EntrySelection.all()
            .inRun(request.run())
            .of(places.paths(), places.audioHashes())
            .undoable();
    UndoTally tally = new UndoTally(listener);
    try (UndoPass pass =
        new UndoPass(journal, writer, request, places, whereabouts(request, places))) {
      EntryCursor entries = journal.entries(selection, true);
      for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
        if (Thread.currentThread().isInterrupted() || request.givenUp().getAsBoolean()) {
          break;
        }
        Optional<UndoneFile> file = pass.take(entry.get());
        if (!request.dryRun()) {
          note(file, entry.get().audioHash());
        }
        file.ifPresent(tally::add);
      }
      return tally.report(request, pass.undoRun());
    }
  }

  private void note(Optional<UndoneFile> file, Optional<String> audioHash) {
    file.filter(UndoneFile::restored)
        .ifPresent(restored -> given.givenBack(restored.path(), audioHash));
  }

  private Whereabouts whereabouts(UndoRequest request, Places places) {
    SearchedFolders searched = new SearchedFolders(request.searches(), codecs, request.givenUp());
    return new Whereabouts(
        journal,
        codecs,
        List.of(
            entry -> places.withAudio(entry.audioHash().orElseThrow()),
            entry -> moved.withAudio(entry.audioHash().orElseThrow()),
            entry ->
                searched.find(
                    entry.audioHash().orElseThrow(),
                    entry.copy().orElse(entry.original()).size())));
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
    if (summary.undo()) {
      OptionalLong of = summary.undoes();
      throw new JournalException(
          "not-undoable",
          "run "
              + run
              + " is itself an undo"
              + (of.isPresent() ? ", of run " + of.getAsLong() : ""),
          "Tag the files again to bring its changes back.");
    }
  }
}
