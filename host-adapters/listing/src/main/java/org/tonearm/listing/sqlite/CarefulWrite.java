package org.tonearm.listing.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.tonearm.api.host.HostException;

/**
 * One transaction on a database of another program, with that program locked out and a backup made
 * first. Whatever ends it before {@link #commit} leaves the database as it was; a process that is
 * killed leaves a journal by which SQLite itself, in whichever program opens it next, takes back
 * what was begun. Confined to one thread.
 */
public final class CarefulWrite implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final DatabaseFile file;
  private final Connection connection;
  private final Path backup;

  private CarefulWrite(DatabaseFile file, Connection connection, Path backup) {
    this.file = file;
    this.connection = connection;
    this.backup = backup;
  }

  /**
   * Looks whether the database could be had now.
   *
   * @throws HostException {@code library-busy}
   */
  public static void tryLock(Path path) throws HostException {
    DatabaseFile file = new DatabaseFile(path);
    file.needsCopy();
    try {
      close(lock(file));
    } catch (SQLException e) {
      throw file.fault(e);
    }
  }

  /**
   * Locks the database, looks whether it is sound, and copies it beside itself.
   *
   * @throws HostException {@code library-busy}, {@code library-malformed}, or {@code target-io} if
   *     there is no room for the copy; nothing is changed then
   */
  public static CarefulWrite begin(Path path) throws HostException {
    DatabaseFile file = new DatabaseFile(path);
    file.needsCopy();
    Connection connection = null;
    try {
      connection = lock(file);
      List<String> faults = new ArrayList<>();
      Rows.ask(connection, "PRAGMA quick_check(1)", row -> faults.add(row.text(1)));
      if (!faults.equals(List.of("ok"))) {
        throw new HostException(
            "library-malformed",
            path + ": is damaged: " + String.join(" ", faults),
            "Have the program that it belongs to repair it, or take back a copy of yours.");
      }
      Path backup = backUp(connection, path);
      begin(connection);
      return new CarefulWrite(file, connection, backup);
    } catch (SQLException e) {
      close(connection);
      throw file.fault(e);
    } catch (HostException e) {
      close(connection);
      throw e;
    }
  }

  /**
   * Locks all others out until the connection is closed, and not only for a transaction: no backup
   * can be made within one, and nobody may write between the two.
   */
  private static Connection lock(DatabaseFile file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setBusyTimeout(0);
    config.enforceForeignKeys(false); // as the programs themselves do; their own references dangle
    Connection connection = config.createConnection(file.url());
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous=EXTRA");
      statement.execute("PRAGMA locking_mode=EXCLUSIVE");
      begin(connection);
      statement.execute("COMMIT");
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw e;
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
    }
  }

  private static Path backUp(Connection connection, Path path) throws HostException {
    String stamp = STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    Path backup = path.resolveSibling(path.getFileName() + ".tonearm-" + stamp + ".bak");
    for (int n = 2; Files.exists(backup); n++) {
      backup = path.resolveSibling(path.getFileName() + ".tonearm-" + stamp + "-" + n + ".bak");
    }
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("backup to '" + backup.toString().replace("'", "''") + "'");
      try (FileChannel channel = FileChannel.open(backup, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return backup;
    } catch (SQLException | IOException e) {
      throw new HostException(
          "target-io",
          backup + ": no backup can be made, so nothing was written: " + e.getMessage(),
          "Make room there, and give yourself the right to write.",
          e);
    }
  }

  /** The copy that was made first. */
  public Path backup() {
    return backup;
  }

  /** Asks for rows; see {@link ReadOnlyDatabase#rows}. */
  public void rows(String question, Consumer<Row> reader, Object... values) throws HostException {
    try {
      Rows.ask(connection, question, reader, values);
    } catch (SQLException e) {
      throw file.fault(e);
    }
  }

  /** Changes rows, and tells how many. */
  public int change(String order, Object... values) throws HostException {
    try (PreparedStatement statement = connection.prepareStatement(order)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw file.fault(e);
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
    try (Statement statement = connection.createStatement()) {
      statement.execute("COMMIT");
    } catch (SQLException e) {
      throw file.fault(e);
    }
  }

  @Override
  public void close() {
    close(connection); // takes back what was not committed
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
