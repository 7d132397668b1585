package org.tonearm.listing.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tonearm.api.host.HostException;

/**
 * A transaction with a copy of the database from before it, which goes again unless the transaction
 * is committed or nobody can tell what the drive holds. Confined to one thread.
 */
final class BackedUpWrite {
  private final DatabaseFile file;
  private final Connection connection;
  private final Path backup;
  private boolean over;

  private BackedUpWrite(DatabaseFile file, Connection connection, Path backup) {
    this.file = file;
    this.connection = connection;
    this.backup = backup;
  }

  /**
   * Makes the copy and begins.
   *
   * @param connection that has the database to itself, outside a transaction
   */
  static BackedUpWrite begin(DatabaseFile file, Connection connection) throws HostException {
    Path backup = Backup.of(connection, file.path());
    try {
      execute(connection, "BEGIN EXCLUSIVE");
      return new BackedUpWrite(file, connection, backup);
    } catch (SQLException e) {
      Backup.delete(backup);
      throw file.fault(e);
    }
  }

  Path backup() {
    return backup;
  }

  /** Nothing may be changed after the end: each change would be committed by itself. */
  boolean isOver() {
    return over;
  }

  void commit() throws HostException {
    try {
      execute(connection, "COMMIT");
      over = true;
    } catch (SQLException e) {
      throw end(e);
    }
  }

  /** Takes all of it back, if it is not over. */
  void takeBack() {
    if (!over && rolledBack()) {
      Backup.delete(backup);
    }
    over = true;
  }

  /** Takes all of it back after a fault, and makes that one of the library. */
  HostException end(SQLException cause) {
    HostException fault = file.fault(cause);
    if (over) {
      return fault;
    }
    over = true;
    if (rolledBack() || (full(cause) && rolledBackByItself())) {
      Backup.delete(backup);
      return fault;
    }
    return new HostException(
        fault.code(),
        fault.getMessage() + "; a copy from before was kept: " + backup,
        fault.remedy() + " Delete the copy if the library is as it was; else put it in its place.",
        cause);
  }

  private boolean rolledBack() {
    try {
      execute(connection, "ROLLBACK");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** Where there is no room, SQLite takes back everything itself; then another can be begun. */
  private boolean rolledBackByItself() {
    try {
      execute(connection, "BEGIN EXCLUSIVE");
      return rolledBack();
    } catch (SQLException e) {
      return false;
    }
  }

  private static boolean full(SQLException cause) {
    return cause instanceof SQLiteException known
        && known.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
  }

  private static void execute(Connection connection, String order) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(order);
    }
  }
}
