package org.tonearm.tag.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Looks whether a journal is whole. That reads all of it, so it is done only where there is cause:
 * SQLite removes its log when the last process closes the journal, so a log that was left tells of
 * a process that did not come so far.
 */
final class Soundness {
  private Soundness() {}

  /** Whether a log lies beside the journal. Also true while another process has it open. */
  static boolean logWasLeft(Path file) {
    try {
      return Files.size(DiskFiles.beside(file, "-wal")) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Checks, unless a run is going on: then the log is of its process.
   *
   * @throws JournalException {@code journal-corrupt}
   */
  static void check(Database database) throws JournalException {
    boolean live =
        database.read(connection -> Schema.version(connection) > 0 && RunRows.anyLive(connection));
    String fault = live ? "" : database.read(connection -> fault(connection, "quick_check(1)"));
    if (!fault.isEmpty()) {
      throw JournalFault.corrupt(database.file(), fault, null);
    }
  }

  /** What SQLite has to say of the file's structure; "" if nothing. */
  static String fault(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      String told = row.next() ? row.getString(1) : "nothing could be checked";
      return told.equals("ok") ? "" : told.lines().findFirst().orElse(told);
    }
  }
}
