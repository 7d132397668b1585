package org.tonearm.tag.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The journal's tables. */
final class Schema {
  /** Raised by one with each change of the tables; older journals are then brought up. */
  static final int VERSION = 1;

  private static final int ATTEMPTS = 200;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE schema_version (version INTEGER NOT NULL)",
          // times in milliseconds since 1970
          """
          CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            command_line TEXT NOT NULL,
            started INTEGER NOT NULL,
            finished INTEGER,
            undoes INTEGER REFERENCES run(id),
            pid INTEGER NOT NULL,
            pid_started INTEGER NOT NULL)
          """,
          // path and temporary: file: addresses; profile, original, copy: JSON
          """
          CREATE TABLE entry (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            run INTEGER NOT NULL REFERENCES run(id),
            path TEXT NOT NULL,
            display_path TEXT NOT NULL,
            temporary TEXT NOT NULL,
            state TEXT NOT NULL,
            codec TEXT NOT NULL,
            profile TEXT NOT NULL,
            original TEXT NOT NULL,
            copy TEXT,
            failure_code TEXT,
            failure_message TEXT,
            updated INTEGER NOT NULL)
          """,
          "CREATE INDEX entry_of_run ON entry (run, state)",
          """
          CREATE INDEX open_entry ON entry (run) WHERE state IN ('PLANNED', 'WRITING')
          """,
          // values: JSON arrays of text; raw: the codec's own bytes
          """
          CREATE TABLE field (
            entry INTEGER NOT NULL REFERENCES entry(id),
            field TEXT NOT NULL,
            before_values TEXT NOT NULL,
            before_raw BLOB NOT NULL,
            intended TEXT NOT NULL,
            after_values TEXT,
            after_raw BLOB,
            undone INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (entry, field))
          """);

  private Schema() {}

  /** Makes the tables if they are not there, and refuses a journal of a newer version. */
  static void prepare(Database database) throws JournalException {
    logAhead(database);
    int version = database.write(Schema::create);
    if (version > VERSION) {
      throw new JournalException(
          "journal-newer",
          "the journal "
              + database.file()
              + " was written by a newer version of Tonearm (its version "
              + version
              + ", expected at most "
              + VERSION
              + ")",
          "Use that newer version of Tonearm.");
    }
  }

  /**
   * Where two processes open a new journal at once, SQLite refuses one of them at once instead of
   * letting it wait for its turn, since each waits for the other.
   */
  private static void logAhead(Database database) throws JournalException {
    for (int attempt = 1; ; attempt++) {
      try {
        database.read(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA journal_mode = WAL");
              }
            });
        return;
      } catch (JournalException e) {
        if (attempt == ATTEMPTS || !busy(e.getCause())) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static boolean busy(Throwable cause) {
    return cause instanceof SQLiteException fault
        && fault.getResultCode() == SQLiteErrorCode.SQLITE_BUSY;
  }

  private static int create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        for (String table : TABLES) {
          statement.execute(table);
        }
        statement.execute("INSERT INTO schema_version VALUES (" + VERSION + ")");
      }
      try (ResultSet row = statement.executeQuery("SELECT version FROM schema_version")) {
        return row.getInt(1);
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'")) {
      return row.next();
    }
  }
}
