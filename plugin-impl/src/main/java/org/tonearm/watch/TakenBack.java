package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.LastWrite;

/**
 * Tells files whose last write the user took back, and that nobody changed since: a watch that
 * tagged them anew would undo the undo. Thread-safe.
 */
public final class TakenBack {
  private final Journal journal;

  /**
   * @param journal where writes and undos stand; not closed here
   */
  public TakenBack(Journal journal) {
    this.journal = journal;
  }

  /**
   * Whether a file is as it was before a write that was taken back.
   *
   * @param file may be gone
   * @throws JournalException if the journal can't be read
   */
  public boolean test(Path file) throws JournalException {
    Path real;
    FileIdentity look;
    try {
      real = file.toRealPath();
      look = FileIdentity.of(real);
    } catch (IOException e) {
      return false; // Gone: the run will tell.
    }
    // Undo gives back bytes and time; a new download at the same place shares neither.
    return journal
        .lastWrite(real)
        .flatMap(TakenBack::leftBehind)
        .filter(was -> was.size() == look.size() || was.modified() == look.modified())
        .isPresent();
  }

  /** The file as the undo left it; a file that was moved has only the undo's own write. */
  private static Optional<FileIdentity> leftBehind(LastWrite last) {
    if (last.undo()) {
      return last.copy();
    }
    return last.state() == EntryState.UNDONE ? Optional.of(last.original()) : Optional.empty();
  }
}
