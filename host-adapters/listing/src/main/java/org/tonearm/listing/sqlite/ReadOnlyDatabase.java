package org.tonearm.listing.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.Folder;

/**
 * A database of another program, for reading: nothing is changed, made or left beside it, also
 * while that program runs. One that keeps a write-ahead log, or was left in the middle of a write,
 * is read from a copy, with what its log holds. Confined to one thread.
 */
public final class ReadOnlyDatabase implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5000;

  private final DatabaseFile file;
  private final Connection connection;
  private final Optional<Path> scratch;

  private ReadOnlyDatabase(DatabaseFile file, Connection connection, Optional<Path> scratch) {
    this.file = file;
    this.connection = connection;
    this.scratch = scratch;
  }

  /**
   * Opens a database.
   *
   * @throws HostException {@code library-missing}, {@code library-unreadable}, {@code
   *     other-library}, {@code library-changed} if it does not hold still
   */
  public static ReadOnlyDatabase open(Path path) throws HostException {
    DatabaseFile file = new DatabaseFile(path);
    Optional<Path> scratch = file.needsCopy() ? Optional.of(scratch()) : Optional.empty();
    try {
      DatabaseFile read =
          scratch.isPresent() ? new DatabaseFile(file.copyInto(scratch.get())) : file;
      SQLiteConfig config = new SQLiteConfig();
      config.setReadOnly(scratch.isEmpty());
      config.setBusyTimeout(PATIENCE_MILLIS);
      return new ReadOnlyDatabase(file, config.createConnection(read.url()), scratch);
    } catch (SQLException e) {
      scratch.ifPresent(ReadOnlyDatabase::delete);
      throw file.fault(e);
    } catch (HostException e) {
      scratch.ifPresent(ReadOnlyDatabase::delete);
      throw e;
    }
  }

  /**
   * Asks for rows.
   *
   * @param question SQL with a question mark for each value
   * @param reader given each row
   * @throws HostException {@code library-malformed} if a table or column is missing or the file is
   *     damaged, {@code library-busy} if it is locked for seconds
   */
  public void rows(String question, Consumer<Row> reader, Object... values) throws HostException {
    try {
      Rows.ask(connection, question, reader, values);
    } catch (SQLException e) {
      throw file.fault(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing was written.
    }
    scratch.ifPresent(ReadOnlyDatabase::delete);
  }

  private static Path scratch() throws HostException {
    try {
      return Files.createTempDirectory("tonearm-library-");
    } catch (IOException e) {
      throw noCopy(e);
    }
  }

  /** The temporary folder does not take a copy, be it for want of room or of the right to it. */
  static HostException noCopy(IOException cause) {
    return new HostException(
        "library-unreadable",
        "No temporary copy of the library can be made: " + cause.getMessage(),
        "Make room in the temporary folder, or name another one by TMPDIR (Windows: TEMP).",
        cause);
  }

  private static void delete(Path folder) {
    try {
      for (Path file : Folder.entries(folder, "*")) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // It lies among the temporary files.
    }
  }
}
