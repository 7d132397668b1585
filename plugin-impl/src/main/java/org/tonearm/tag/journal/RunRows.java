package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code run}. */
final class RunRows {
  private static final String SUMMARY =
      """
      SELECT run.*,
        (SELECT count(*) FROM entry WHERE run = run.id AND state = 'DONE') AS done,
        (SELECT count(*) FROM entry WHERE run = run.id AND state = 'UNDONE') AS undone,
        (SELECT count(*) FROM entry WHERE run = run.id AND state = 'FAILED') AS failed,
        (SELECT count(*) FROM entry
          WHERE run = run.id AND state IN ('PLANNED', 'WRITING')) AS open
      FROM run
      """;

  private RunRows() {}

  /**
   * Notes that a run begins.
   *
   * @param undo whether it takes others back
   * @param undoes the one that it takes back, if it is one alone; else null
   */
  static long insert(
      Connection connection, String commandLine, boolean undo, Long undoes, ProcessIdentity process)
      throws SQLException {
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                INSERT INTO run (command_line, started, kind, undoes, pid, pid_started)
                VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                """,
                commandLine,
                System.currentTimeMillis(),
                undo ? "UNDO" : "TAG",
                undoes,
                process.pid(),
                process.started());
        ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    }
  }

  static List<RunSummary> newest(Connection connection, int limit) throws SQLException {
    return summaries(
        connection,
        "WHERE EXISTS (SELECT 1 FROM entry WHERE entry.run = run.id) ORDER BY id DESC LIMIT ?",
        limit);
  }

  static Optional<RunSummary> one(Connection connection, long id) throws SQLException {
    return summaries(connection, "WHERE run.id = ?", id).stream().findFirst();
  }

  static Optional<Long> lastUndoable(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                SELECT max(run.id) FROM run JOIN entry ON entry.run = run.id
                WHERE run.kind = 'TAG' AND entry.state = 'DONE'
                """);
        ResultSet row = statement.executeQuery()) {
      long id = row.getLong(1);
      return row.wasNull() ? Optional.empty() : Optional.of(id);
    }
  }

  /** All runs, oldest first. */
  static List<Long> ids(Connection connection) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, "SELECT id FROM run ORDER BY id");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  /** Whether a process that began a run and did not finish it is still there. */
  static boolean anyLive(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            prepare(connection, "SELECT pid, pid_started FROM run WHERE finished IS NULL");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        if (new ProcessIdentity(row.getLong(1), row.getLong(2)).live()) {
          return true;
        }
      }
      return false;
    }
  }

  private static List<RunSummary> summaries(Connection connection, String which, long parameter)
      throws SQLException {
    List<RunSummary> runs = new ArrayList<>();
    try (PreparedStatement statement = prepare(connection, SUMMARY + which, parameter);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        runs.add(summary(row));
      }
    }
    return runs;
  }

  private static RunSummary summary(ResultSet row) throws SQLException {
    long finished = row.getLong("finished");
    Optional<Instant> end =
        row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(finished));
    long undoes = row.getLong("undoes");
    OptionalLong undone = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(undoes);
    ProcessIdentity process = new ProcessIdentity(row.getLong("pid"), row.getLong("pid_started"));
    return new RunSummary(
        row.getLong("id"),
        row.getString("command_line"),
        Instant.ofEpochMilli(row.getLong("started")),
        end,
        row.getString("kind").equals("UNDO"),
        undone,
        end.isEmpty() && process.live(),
        row.getInt("done"),
        row.getInt("undone"),
        row.getInt("failed"),
        row.getInt("open"));
  }
}
