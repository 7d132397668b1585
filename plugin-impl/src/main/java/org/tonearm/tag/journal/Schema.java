package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Makes the journal's tables, and brings those of older versions up. */
final class Schema {
  /** Grows by one with each change of the tables. */
  static final int VERSION = SchemaSteps.ALL.size();

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Schema() {}

  /**
   * Makes the tables if they are not there, brings older ones up after a backup, and refuses those
   * of a newer version.
   *
   * @throws JournalException {@code journal-newer}, {@code journal-busy}, {@code journal-corrupt}
   *     or {@code journal-io}
   */
  static void prepare(Database database) throws JournalException {
    logAhead(database);
    int version = database.read(Schema::version);
    if (version < VERSION) {
      version = database.write(connection -> bringUp(connection, database));
    }
    if (version > VERSION) {
      throw newer(database.file(), version);
    }
  }

  /** The refusal of a journal that this version of Tonearm knows too little of. */
  static JournalException newer(Path file, int version) {
    return new JournalException(
        "journal-newer",
        "the journal "
            + file
            + " was written by a newer version of Tonearm (its version "
            + version
            + ", expected at most "
            + VERSION
            + ")",
        "Use that newer version of Tonearm.");
  }

  /**
   * Where two processes open a new journal at once, SQLite refuses one of them at once instead of
   * letting it wait for its turn, since each waits for the other.
   */
  private static void logAhead(Database database) throws JournalException {
    long deadline = System.nanoTime() + database.patience().toNanos();
    while (true) {
      try {
        database.read(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.execute("PRAGMA journal_mode = WAL");
              }
            });
        return;
      } catch (JournalException e) {
        if (!JournalFault.busy(e.getCause()) || System.nanoTime() - deadline > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** In one transaction, so that a kill leaves the old version or the new one. */
  private static int bringUp(Connection connection, Database database) throws SQLException {
    int version = version(connection);
    if (version > 0 && version < VERSION) {
      // Others wait for this transaction; the copy is made of what was there before it.
      Backup.make(database.file(), version);
    }
    try (Statement statement = connection.createStatement()) {
      for (List<String> step : SchemaSteps.ALL.subList(Math.min(version, VERSION), VERSION)) {
        for (String sql : step) {
          statement.execute(sql);
        }
      }
    }
    return Math.max(version, VERSION);
  }

  /** 0 if there are no tables yet. */
  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'")) {
        if (!row.next()) {
          return 0;
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT version FROM schema_version")) {
        int version = row.next() ? row.getInt(1) : 0;
        if (version < 1) {
          throw new DamagedRowException("it does not tell its version", null);
        }
        return version;
      }
    }
  }
}
