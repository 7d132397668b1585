package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.execute;
import static org.tonearm.tag.journal.Database.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Forgetting runs of long ago. */
final class Pruning {
  private final Connection connection;

  Pruning(Connection connection) {
    this.connection = connection;
  }

  /** What would go; to be run in the same transaction as {@link #remove}. */
  PruneReport look(Instant before) throws SQLException {
    List<Long> runs = runs(before);
    long files = 0;
    long undoable = 0;
    for (long run : runs) {
      files += count("SELECT count(*) FROM entry WHERE run = ?", run);
      undoable +=
          count(
              """
              SELECT count(*) FROM entry JOIN run ON run.id = entry.run
              WHERE run = ? AND state = 'DONE' AND kind = 'TAG'
              """,
              run);
    }
    return new PruneReport(runs, files, undoable);
  }

  void remove(PruneReport report) throws SQLException {
    for (long run : report.runs()) {
      execute(
          connection, "DELETE FROM field WHERE entry IN (SELECT id FROM entry WHERE run = ?)", run);
      execute(connection, "DELETE FROM entry WHERE run = ?", run);
      execute(connection, "UPDATE run SET undoes = NULL WHERE undoes = ?", run);
      execute(connection, "DELETE FROM run WHERE id = ?", run);
    }
  }

  /** Runs that ended, by themselves or not, and have no entry that is still open. */
  private List<Long> runs(Instant before) throws SQLException {
    List<Long> runs = new ArrayList<>();
    try (PreparedStatement statement =
            prepare(
                connection,
                """
                SELECT id, finished, pid, pid_started FROM run
                WHERE coalesce(finished, started) < ?
                  AND NOT EXISTS (SELECT 1 FROM entry
                    WHERE entry.run = run.id AND state IN ('PLANNED', 'WRITING'))
                ORDER BY id
                """,
                before.toEpochMilli());
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ProcessIdentity process =
            new ProcessIdentity(row.getLong("pid"), row.getLong("pid_started"));
        row.getLong("finished");
        if (!row.wasNull() || !process.live()) {
          runs.add(row.getLong("id"));
        }
      }
    }
    return runs;
  }

  private long count(String sql, long run) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, run);
        ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    }
  }

  /** Gives the room back to the disk; outside of any transaction. */
  static int shrink(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate("VACUUM");
    }
  }
}
