package org.tonearm.tag.journal;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells faults of the database apart, and says what to do about each. */
final class JournalFault {
  /** SQLite's extended codes carry the plain one in their lowest byte. */
  private static final int PLAIN = 0xff;

  private JournalFault() {}

  static JournalException of(Path file, Exception cause) {
    if (busy(cause)) {
      return new JournalException(
          "journal-busy",
          "the journal " + file + " is locked by another program, and stayed so",
          "Wait until the other Tonearm is done, or close the program that has the file open; then"
              + " run again.",
          cause);
    }
    if (corrupt(cause)) {
      return corrupt(file, cause.getMessage(), cause);
    }
    return new JournalException(
        "journal-io",
        "the journal " + file + " can't be used: " + cause.getMessage(),
        "Make sure that its folder is writable and its disk not full.",
        cause);
  }

  /** The journal is damaged. */
  static JournalException corrupt(Path file, String how, Exception cause) {
    return new JournalException(
        "journal-corrupt",
        "the journal " + file + " is damaged (" + how + "), so nothing is written",
        "'tonearm history --salvage' saves what can be read into a new journal and keeps the"
            + " damaged file beside it.",
        cause);
  }

  static boolean busy(Throwable cause) {
    return is(cause, SQLiteErrorCode.SQLITE_BUSY) || is(cause, SQLiteErrorCode.SQLITE_LOCKED);
  }

  static boolean corrupt(Throwable cause) {
    return cause instanceof DamagedRowException
        || is(cause, SQLiteErrorCode.SQLITE_CORRUPT)
        || is(cause, SQLiteErrorCode.SQLITE_NOTADB);
  }

  /** A query named a table that is not there. */
  static boolean noTable(Throwable cause) {
    return is(cause, SQLiteErrorCode.SQLITE_ERROR) && cause.getMessage().contains("no such table");
  }

  /** A row breaks the rules of its table. */
  static boolean broken(Throwable cause) {
    return is(cause, SQLiteErrorCode.SQLITE_CONSTRAINT)
        || is(cause, SQLiteErrorCode.SQLITE_MISMATCH);
  }

  private static boolean is(Throwable cause, SQLiteErrorCode code) {
    return cause instanceof SQLiteException fault
        && (fault.getResultCode().code & PLAIN) == code.code;
  }
}
