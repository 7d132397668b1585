package org.tonearm.tag.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * Looks whether a journal is whole. That reads all of it, so it is done only where there is cause:
 *
 * <ul>
 *   <li>SQLite removes its log when the last process closes the journal, so a log that was left
 *       tells of a process that did not come so far;
 *   <li>whoever comes across damage leaves a mark, an empty file beside the journal, so that it is
 *       not forgotten by those who would not come across it.
 * </ul>
 */
final class Soundness {
  private Soundness() {}

  /**
   * Checks if there is cause.
   *
   * @throws JournalException {@code journal-corrupt}
   */
  static void check(Path file, Duration patience) throws JournalException, SQLException {
    boolean marked = Files.exists(mark(file));
    if (!Files.exists(file) || (!marked && !logWasLeft(file))) {
      return;
    }
    String fault;
    try (Connection connection = readOnly(file, patience)) {
      // While a run is going on, the log is of its process.
      boolean live = Schema.version(connection) > 0 && RunRows.anyLive(connection);
      fault = live && !marked ? "" : fault(connection, "quick_check(1)");
    }
    if (!fault.isEmpty()) {
      throw JournalFault.corrupt(file, fault, null);
    }
    unmark(file);
  }

  /** A connection that changes nothing, not even when it is closed. */
  static Connection readOnly(Path file, Duration patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** What SQLite has to say of the file's structure; "" if nothing. */
  static String fault(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      String told = row.next() ? row.getString(1) : "nothing could be checked";
      return told.equals("ok") ? "" : told.lines().findFirst().orElse(told);
    }
  }

  /** Notes that somebody came across damage. */
  static void suspect(Path file) {
    try {
      Files.createFile(mark(file));
    } catch (IOException e) {
      // There already, or no room: then the next one finds out for itself.
    }
  }

  static void unmark(Path file) {
    try {
      Files.deleteIfExists(mark(file));
    } catch (IOException e) {
      // It costs another check the next time.
    }
  }

  private static Path mark(Path file) {
    return DiskFiles.beside(file, ".suspect");
  }

  private static boolean logWasLeft(Path file) {
    try {
      return Files.size(DiskFiles.beside(file, "-wal")) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
