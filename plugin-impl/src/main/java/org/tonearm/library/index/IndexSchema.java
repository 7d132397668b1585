package org.tonearm.library.index;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The index's tables, and the steps that led to them. Step n makes version n of version n - 1. */
final class IndexSchema {

  /** Changes the tables from one version to the next, inside a transaction. */
  @FunctionalInterface
  interface Step {
    void on(Statement statement) throws SQLException;
  }

  /** Never changed once published; a further change of the tables is a further step. */
  static final List<Step> STEPS =
      List.of(
          statement -> {
            // path: see PathKey; times in nanoseconds since 1970; tags: JSON; gone: not
            // used
            statement.execute(
                """
                CREATE TABLE file (
                  id INTEGER PRIMARY KEY,
                  path TEXT NOT NULL UNIQUE,
                  size INTEGER NOT NULL,
                  modified INTEGER NOT NULL,
                  changed INTEGER NOT NULL,
                  device INTEGER NOT NULL,
                  inode INTEGER NOT NULL,
                  links INTEGER NOT NULL,
                  fingerprint TEXT NOT NULL,
                  format TEXT,
                  read_as TEXT,
                  tags TEXT,
                  gone INTEGER)
                """);
            statement.execute("CREATE INDEX file_of_fingerprint ON file (fingerprint)");
            statement.execute("CREATE INDEX gone_file ON file (gone) WHERE gone IS NOT NULL");
            // model: its version key; content: see ScoresBlob; stored: milliseconds since 1970
            statement.execute(
                """
                CREATE TABLE scores (
                  fingerprint TEXT NOT NULL,
                  model TEXT NOT NULL,
                  excerpts INTEGER NOT NULL,
                  content BLOB NOT NULL,
                  stored INTEGER NOT NULL,
                  PRIMARY KEY (fingerprint, model, excerpts))
                """);
          });

  private IndexSchema() {}

  static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  /** Takes the steps that are still to be taken. */
  static Void bringUp(Connection connection, List<Step> steps) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int version = version(connection); version < steps.size(); version++) {
        steps.get(version).on(statement);
        statement.execute("PRAGMA user_version = " + (version + 1));
      }
    }
    return null;
  }
}
