package org.tonearm.library.index;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's errors mean to a user. */
final class IndexFaults {
  private IndexFaults() {}

  static IndexException of(Path file, Exception cause) {
    if (busy(cause)) {
      return locked(file, cause);
    }
    if (damaged(cause)) {
      return new IndexException(
          "index-damaged",
          "the index " + file + " is damaged: " + cause.getMessage(),
          "Run again: it is then set aside and made anew from the files. No tag and no journal is"
              + " touched by that.",
          cause);
    }
    return new IndexException(
        "index-io",
        "the index " + file + " can't be used: " + cause.getMessage(),
        "Make sure that its folder is writable and its disk not full; the index can be deleted, it"
            + " is then made anew from the files.",
        cause);
  }

  static IndexException locked(Path file, Exception cause) {
    return new IndexException(
        "index-locked",
        "the index " + file + " is held by another program",
        "Wait until the other run of Tonearm is over, or end it, and run again.",
        cause);
  }

  static IndexException newer(Path file, int version, int known) {
    return new IndexException(
        "index-newer",
        "the index "
            + file
            + " was written by a newer version of Tonearm (its version "
            + version
            + ", expected at most "
            + known
            + ")",
        "Use that newer version of Tonearm, or delete the index: it is made anew from the files.");
  }

  static boolean busy(Throwable cause) {
    return is(cause, SQLiteErrorCode.SQLITE_BUSY) || is(cause, SQLiteErrorCode.SQLITE_LOCKED);
  }

  static boolean damaged(Throwable cause) {
    return is(cause, SQLiteErrorCode.SQLITE_CORRUPT) || is(cause, SQLiteErrorCode.SQLITE_NOTADB);
  }

  /** Extended codes carry the plain one in their lowest byte. */
  private static boolean is(Throwable cause, SQLiteErrorCode code) {
    return cause instanceof SQLiteException fault
        && (fault.getResultCode().code & 0xff) == code.code;
  }
}
