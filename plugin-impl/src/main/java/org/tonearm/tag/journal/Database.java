package org.tonearm.tag.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One connection to the journal's file, used by one thread at a time. Every change is a transaction
 * that is on the disk when it is over, and that waits its turn where another process writes.
 */
final class Database implements AutoCloseable {
  /** How long another process may hold the journal before it counts as locked. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path file;
  private final Connection connection;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();

  private Database(Path file, Connection connection, Duration patience) {
    this.file = file;
    this.connection = connection;
    this.patience = patience;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  static Database open(Path file, Duration patience) throws JournalException {
    Path absolute = file.toAbsolutePath();
    try {
      Files.createDirectories(absolute.getParent());
      SalvageFiles.of(absolute).finish();
      Soundness.check(absolute, patience);
      Database database = new Database(absolute, connect(absolute, patience), patience);
      try {
        Schema.prepare(database);
      } catch (JournalException | RuntimeException e) {
        database.close();
        throw e;
      }
      return database;
    } catch (IOException | SQLException e) {
      throw fault(absolute, e);
    }
  }

  private static Connection connect(Path file, Duration patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  Path file() {
    return file;
  }

  Duration patience() {
    return patience;
  }

  /** Reads; sees what is committed. */
  <T> T read(Work<T> work) throws JournalException {
    lock.lock();
    try {
      return work.on(connection);
    } catch (SQLException | UncheckedIOException e) {
      throw fault(file, e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes, all or nothing. Begun and ended by statements: the driver's own way to begin a
   * transaction takes it for begun even where the lock was refused, and would keep half of the work
   * where an error such as a lack of memory cut it short.
   */
  <T> T write(Work<T> work) throws JournalException {
    lock.lock();
    try {
      execute(connection, "BEGIN IMMEDIATE");
      boolean done = false;
      try {
        T result = work.on(connection);
        execute(connection, "COMMIT");
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException | UncheckedIOException e) {
      throw fault(file, e);
    } finally {
      lock.unlock();
    }
  }

  /** What the caller must know is the first fault, not one of the rolling back. */
  private void rollBack() {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // After some faults SQLite has rolled back by itself.
    }
  }

  private static JournalException fault(Path file, Exception e) {
    if (JournalFault.corrupt(e) && !(e instanceof DamagedRowException)) {
      Soundness.suspect(file);
    }
    return JournalFault.of(file, e);
  }

  /** Runs one statement with its parameters set in order; gives the number of rows changed. */
  static int execute(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    }
  }

  /** A statement with its parameters set in order. */
  static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      // Every change is on the disk already; there is nothing left to lose.
    } finally {
      lock.unlock();
    }
  }
}
