package org.tonearm.tag.journal;

import static org.tonearm.tag.journal.Database.prepare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a damaged table row by row, and goes on behind what can't be read. */
final class RowReader {
  /** No row of the journal is smaller, so that a file holds no more rows than this tells. */
  private static final long LEAST_ROW_BYTES = 16;

  private final Connection source;
  private final String table;
  private long lost;

  RowReader(Connection source, String table) {
    this.source = source;
    this.table = table;
  }

  /** Takes a row. */
  @FunctionalInterface
  interface Taker {
    /**
     * Takes one.
     *
     * @param rowid its number
     * @param row values by the names of their columns; those that an older version lacks are absent
     * @return false if the row makes no sense
     */
    boolean take(long rowid, Map<String, Object> row) throws SQLException;
  }

  /**
   * Reads all that can be read, in the order of the rows' numbers.
   *
   * @param fileBytes size of the file
   */
  void readAll(long fileBytes, Taker taker) throws SQLException {
    long read = readOn(0, taker);
    if (read < 0) {
      return;
    }
    // From the first fault on each row is asked for by its number: it can be read wherever the way
    // to it is whole.
    long end = last(fileBytes, read);
    for (long rowid = read + 1; rowid <= end; rowid++) {
      readOne(rowid, taker);
    }
  }

  long lost() {
    return lost;
  }

  /** Number of the last row before the first fault; -1 if there was no fault. */
  private long readOn(long after, Taker taker) throws SQLException {
    long read = after;
    try (PreparedStatement statement = prepare(source, sql("rowid > ? ORDER BY rowid"), after);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        read = row.getLong("rowid");
        take(row, taker);
      }
      return -1;
    } catch (SQLException e) {
      if (!JournalFault.corrupt(e)) {
        throw e;
      }
      return read;
    }
  }

  private void readOne(long rowid, Taker taker) throws SQLException {
    try (PreparedStatement statement = prepare(source, sql("rowid = ?"), rowid);
        ResultSet row = statement.executeQuery()) {
      if (row.next()) {
        take(row, taker);
      }
    } catch (SQLException e) {
      if (!JournalFault.corrupt(e)) {
        throw e;
      }
      lost++;
    }
  }

  private void take(ResultSet row, Taker taker) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnName(i), row.getObject(i));
    }
    if (!taker.take(row.getLong("rowid"), values)) {
      lost++;
    }
  }

  private String sql(String condition) {
    return "SELECT rowid AS rowid, * FROM " + table + " NOT INDEXED WHERE " + condition;
  }

  /** The table's last row, from its other end; else the most that the file has room for. */
  private long last(long fileBytes, long read) throws SQLException {
    try (PreparedStatement statement = prepare(source, "SELECT max(rowid) FROM " + table);
        ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    } catch (SQLException e) {
      if (!JournalFault.corrupt(e)) {
        throw e;
      }
      return read + fileBytes / LEAST_ROW_BYTES;
    }
  }
}
