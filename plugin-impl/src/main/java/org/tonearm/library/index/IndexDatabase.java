package org.tonearm.library.index;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * One connection to the index's file, used by one thread at a time. Statements are prepared once. A
 * change is whole or not there; after a power failure the last ones may be missing, since all of it
 * can be made again.
 */
final class IndexDatabase implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Path file;
  private final Connection connection;
  private final DamageMark mark;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  private IndexDatabase(Path file, Connection connection, DamageMark mark) {
    this.file = file;
    this.connection = connection;
    this.mark = mark;
  }

  /** What is done with the connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(IndexDatabase database) throws SQLException;
  }

  /**
   * Connects, and no more.
   *
   * @param patience how long to wait for another process that writes
   */
  static IndexDatabase connect(Path file, Duration patience, DamageMark mark)
      throws IndexException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    try {
      IndexDatabase database =
          new IndexDatabase(file, config.createConnection("jdbc:sqlite:" + file), mark);
      try {
        database.logAhead(patience);
        return database;
      } catch (IndexException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw IndexFaults.of(file, e);
    }
  }

  /**
   * Where two processes open a new index at once, SQLite refuses one of them at once instead of
   * letting it wait for its turn, since each waits for the other.
   */
  private void logAhead(Duration patience) throws IndexException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException e) {
        if (!IndexFaults.busy(e) || System.nanoTime() > end) {
          throw IndexFaults.of(file, e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  Connection connection() {
    return connection;
  }

  /** A statement for one thread that holds this database's lock, its parameters set in order. */
  PreparedStatement statement(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  /** Reads one state of the index, as committed. */
  <T> T read(Work<T> work) throws IndexException {
    return transact("BEGIN", work);
  }

  /** Changes, all or nothing. */
  <T> T write(Work<T> work) throws IndexException {
    return transact("BEGIN IMMEDIATE", work);
  }

  /**
   * Begun and ended by statements: the driver's own way to begin a transaction takes it for begun
   * even where the lock was refused.
   */
  private <T> T transact(String begin, Work<T> work) throws IndexException {
    lock.lock();
    try {
      statement(begin).execute();
      boolean done = false;
      try {
        T result = work.on(this);
        statement("COMMIT").execute();
        done = true;
        return result;
      } finally {
        if (!done) {
          rollBack();
        }
      }
    } catch (SQLException
        | UncheckedIOException
        | IllegalArgumentException
        | NullPointerException e) {
      // The latter two: a row that holds what was never written into it.
      throw fault(e);
    } finally {
      lock.unlock();
    }
  }

  private void rollBack() {
    try {
      statement("ROLLBACK").execute();
    } catch (SQLException e) {
      // After some faults SQLite has rolled back by itself.
    }
  }

  /** Runs a statement that must stand outside of transactions. */
  void alone(String sql, String parameter) throws IndexException {
    lock.lock();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      statement.execute();
    } catch (SQLException e) {
      throw fault(e);
    } finally {
      lock.unlock();
    }
  }

  private IndexException fault(Exception cause) {
    if (IndexFaults.damaged(cause)) {
      mark.set();
    }
    return IndexFaults.of(file, cause);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      connection.close();
    } catch (SQLException e) {
      // What was not written can be made again from the files.
    } finally {
      lock.unlock();
    }
  }
}
