package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.execute;
import static org.tonearm.tag.journal.Database.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.sqlite.SQLiteException;

/** Copies rows of a damaged journal into a new one, those that make sense. Used once. */
final class SalvageCopy {
  private final Connection source;
  private final Connection target;
  private final long fileBytes;
  private boolean live;
  private long lost;
  private long runs;
  private long entries;

  SalvageCopy(Connection source, Connection target, long fileBytes) {
    this.source = source;
    this.target = target;
    this.fileBytes = fileBytes;
  }

  void run() throws SQLException {
    // Undoing runs may name later ones' rows that are lost; the rows are tied up at the end.
    execute(target, "PRAGMA defer_foreign_keys = ON");
    read("run", this::takeRun);
    live = RunRows.anyLive(target);
    read("entry", this::takeEntry);
    read("field", this::takeField);
    tieUp();
    runs = count("SELECT count(*) FROM run");
    entries = count("SELECT count(*) FROM entry");
  }

  /** Whether a run is going on in it. */
  boolean live() {
    return live;
  }

  long lost() {
    return lost;
  }

  long runs() {
    return runs;
  }

  long entries() {
    return entries;
  }

  private void read(String table, RowReader.Taker taker) throws SQLException {
    RowReader reader = new RowReader(source, table);
    try {
      reader.readAll(fileBytes, taker);
    } catch (SQLException e) {
      // Not even the list of tables can be read, or this one is not in it.
      if (!JournalFault.corrupt(e) && !JournalFault.noTable(e)) {
        throw e;
      }
      lost++;
    }
    lost += reader.lost();
  }

  private boolean takeRun(long rowid, Map<String, Object> row) throws SQLException {
    if (!(row.get("started") instanceof Number) || !(row.get("command_line") instanceof String)) {
      return false;
    }
    boolean undo = row.get("undoes") != null || "UNDO".equals(row.get("kind"));
    return inserted(
        "INSERT INTO run (id, command_line, started, finished, undoes, kind, pid, pid_started)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        rowid,
        row.get("command_line"),
        row.get("started"),
        row.get("finished"),
        row.get("undoes"),
        undo ? "UNDO" : "TAG",
        row.get("pid"),
        row.get("pid_started"));
  }

  private boolean takeEntry(long rowid, Map<String, Object> row) throws SQLException {
    return RowSense.ofEntry(row)
        && inserted(
            """
            INSERT INTO entry (id, run, path, display_path, temporary, state, codec, profile,
              original, copy, failure_code, failure_message, updated, audio_hash, layout)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rowid,
            row.get("run"),
            row.get("path"),
            row.get("display_path"),
            row.get("temporary"),
            row.get("state"),
            row.get("codec"),
            row.get("profile"),
            row.get("original"),
            row.get("copy"),
            row.get("failure_code"),
            row.get("failure_message"),
            row.get("updated"),
            row.get("audio_hash"),
            // without it an undo still gives the fields back
            row.get("layout") instanceof byte[] layout ? layout : null);
  }

  private boolean takeField(long rowid, Map<String, Object> row) throws SQLException {
    return RowSense.ofField(row)
        && inserted(
            """
            INSERT INTO field (rowid, entry, field, before_values, before_raw, intended,
              after_values, after_raw, undone)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rowid,
            row.get("entry"),
            row.get("field"),
            row.get("before_values"),
            row.get("before_raw"),
            row.get("intended"),
            row.get("after_values"),
            row.get("after_raw"),
            row.get("undone"));
  }

  private boolean inserted(String sql, Object... values) throws SQLException {
    try {
      return execute(target, sql, values) == 1;
    } catch (SQLiteException e) {
      if (JournalFault.broken(e)) {
        return false;
      }
      throw e;
    }
  }

  /** Gives rows back what they belong to, and takes those out that say nothing without it. */
  private void tieUp() throws SQLException {
    lost += execute(target, "DELETE FROM field WHERE entry NOT IN (SELECT id FROM entry)");
    lost +=
        execute(
            target,
            """
            DELETE FROM entry WHERE state = 'DONE'
              AND NOT EXISTS (SELECT 1 FROM field WHERE field.entry = entry.id)
            """);
    execute(target, "UPDATE run SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM run)");
    lost +=
        execute(
            target,
            """
            INSERT INTO run (id, command_line, started, finished, kind, pid, pid_started)
            SELECT run, '(lost: the journal was damaged)', min(updated), max(updated), 'TAG', 0, 0
            FROM entry WHERE run NOT IN (SELECT id FROM run) GROUP BY run
            """);
  }

  private long count(String sql) throws SQLException {
    try (PreparedStatement statement = prepare(target, sql);
        ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    }
  }
}
