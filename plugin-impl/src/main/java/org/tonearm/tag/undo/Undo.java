package org.tonearm.tag.undo;

import java.util.Objects;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;
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
   * do.
   *
   * @param run the run's number
   * @param dryRun only looks and tells
   * @param options what the user allows
   * @param listener told of each file
   * @throws JournalException {@code no-such-run}, {@code not-undoable} or {@code journal-io}
   */
  public UndoReport undo(long run, boolean dryRun, WriteOptions options, UndoListener listener)
      throws JournalException {
    return unfinished(journal, codecs, writer);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T unfinished(Object... with) {
    throw new UnsupportedOperationException(java.util.Arrays.toString(with));
  }
}
