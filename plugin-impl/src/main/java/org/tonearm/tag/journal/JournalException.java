package org.tonearm.tag.journal;

import org.tonearm.api.TonearmException;

/**
 * The journal can't be used. Codes: {@code journal-io} (it can't be opened, read or written),
 * {@code journal-busy} (another program holds it locked), {@code journal-corrupt} (it is damaged),
 * {@code journal-newer} (a newer version of Tonearm wrote it), {@code no-such-run}, {@code
 * not-undoable} (the run is itself an undo), {@code export-failed} (the journal's export can't be
 * written).
 */
public final class JournalException extends TonearmException {
  private static final long serialVersionUID = 1L;

  /** See {@link TonearmException}. */
  public JournalException(String code, String message, String remedy, Throwable cause) {
    super(code, message, remedy, cause);
  }

  /** Without a cause. */
  public JournalException(String code, String message, String remedy) {
    this(code, message, remedy, null);
  }
}
