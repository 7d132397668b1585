package org.tonearm.listing.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.LibraryFault;

/**
 * One transaction on a database of another program, with that program locked out from {@link #lock}
 * on. Rows can be asked for at once, and changed after {@link #begin}, which makes a backup.
 * Whatever ends it before {@link #commit} leaves the database as it was, and no backup, unless the
 * message names one that was kept; a process that is killed leaves a journal by which SQLite
 * itself, in whichever program opens it next, takes back what was begun. Confined to one thread.
 */
public final class CarefulWrite implements AutoCloseable {
  private final DatabaseFile file;
  private final Connection connection;
  private Optional<BackedUpWrite> begun = Optional.empty();

  private CarefulWrite(DatabaseFile file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Locks the database, and looks whether it is sound. Nothing is changed yet.
   *
   * @throws HostException {@code library-busy}, {@code library-malformed}
   */
  public static CarefulWrite lock(Path path) throws HostException {
    DatabaseFile file = new DatabaseFile(path);
    file.demandDatabase();
    Connection connection = null;
    try {
      connection = connect(file);
      List<String> faults = new ArrayList<>();
      Rows.ask(connection, "PRAGMA quick_check(1)", row -> faults.add(row.text(1)));
      if (!faults.equals(List.of("ok"))) {
        throw new HostException(
            "library-malformed",
            path + ": is damaged: " + String.join(" ", faults),
            "Have the program that it belongs to repair it, or take back a copy of yours.");
      }
      return new CarefulWrite(file, connection);
    } catch (SQLException e) {
      close(connection);
      throw file.fault(e);
    } catch (HostException e) {
      close(connection);
      throw e;
    }
  }

  /**
   * Looks whether {@link #begin} would find room.
   *
   * @throws HostException {@code target-io} if not
   */
  public void requireRoom() throws HostException {
    try {
      Path path = file.path();
      Backup.requireRoom(
          path, Files.size(path), Files.getFileStore(path.toAbsolutePath()).getUsableSpace());
    } catch (IOException e) {
      throw LibraryFault.unreadable(file.path(), e);
    }
  }

  /**
   * Copies the database beside itself, and begins the transaction.
   *
   * @return the copy; it goes again unless the transaction is committed
   * @throws HostException {@code target-io} if there is no room for the copy; nothing is changed
   *     then
   */
  public Path begin() throws HostException {
    begun = Optional.of(BackedUpWrite.begin(file, connection));
    return begun.get().backup();
  }

  /**
   * Locks all others out until the connection is closed, and not only for a transaction: no backup
   * can be made within one, and nobody may write between the two.
   */
  private static Connection connect(DatabaseFile file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(0);
    config.enforceForeignKeys(false); // as the programs themselves do; their own references dangle
    Connection connection = config.createConnection(file.url());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=EXTRA");
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("COMMIT");
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw e;
    }
  }

  /** Asks for rows; see {@link ReadOnlyDatabase#rows}. */
  public void rows(String question, Consumer<Row> reader, Object... values) throws HostException {
    try {
      Rows.ask(connection, question, reader, values);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Changes rows, after {@link #begin}, and tells how many. A fault takes back all of them. */
  public int change(String order, Object... values) throws HostException {
    if (begun.filter(write -> !write.isOver()).isEmpty()) {
      throw new IllegalStateException("nothing was begun");
    }
    try (PreparedStatement statement = connection.prepareStatement(order)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** The number that the last new row was given. */
  public long newest() throws HostException {
    AtomicLong number = new AtomicLong();
    rows("SELECT last_insert_rowid()", row -> number.set(row.number(1)));
    return number.get();
  }

  /** All of it becomes so, at once. */
  public void commit() throws HostException {
    begun.orElseThrow().commit();
  }

  private HostException fault(SQLException e) {
    return begun.map(write -> write.end(e)).orElseGet(() -> file.fault(e));
  }

  @Override
  public void close() {
    begun.ifPresent(BackedUpWrite::takeBack);
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      // What was not committed is taken back by whoever opens it next.
    }
  }
}
