package org.tonearm.listing.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.tonearm.api.host.HostException;

/** Copies of a database beside it, which have their name only when they are whole. */
final class Backup {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private static final long MEBIBYTE = 1 << 20;

  private Backup() {}

  /**
   * Makes one.
   *
   * @param connection that has the database to itself, outside a transaction
   * @throws HostException {@code target-io}; nothing is left then
   */
  static Path of(Connection connection, Path database) throws HostException {
    String name =
        database.getFileName()
            + ".tonearm-"
            + STAMP.format(LocalDateTime.now(ZoneId.systemDefault()));
    Path backup = database.resolveSibling(name + ".bak");
    Path part = database.resolveSibling(name + ".bak.part");
    for (int n = 2; Files.exists(backup) || Files.exists(part); n++) {
      backup = database.resolveSibling(name + "-" + n + ".bak");
      part = database.resolveSibling(name + "-" + n + ".bak.part");
    }
    try {
      // Not by the driver's own words "backup to": those take no name with an apostrophe.
      int answer =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", part.toAbsolutePath().toString(), null);
      if (answer != SQLiteErrorCode.SQLITE_OK.code) {
        throw new IOException(SQLiteErrorCode.getErrorCode(answer).toString());
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return Files.move(part, backup, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException | IOException e) {
      throw new HostException(
          "target-io",
          backup + ": no backup can be made, so nothing was written: " + e.getMessage(),
          "Make room there, and give yourself the right to write.",
          e);
    } finally {
      for (String ending : List.of("", "-journal", "-wal", "-shm")) {
        delete(part.resolveSibling(part.getFileName() + ending));
      }
    }
  }

  /**
   * Looks whether there is room for a backup and for the journal of what is written after it.
   *
   * @param free bytes
   * @throws HostException {@code target-io}
   */
  static void requireRoom(Path database, long size, long free) throws HostException {
    if (free < 2 * size) {
      throw new HostException(
          "target-io",
          database.toAbsolutePath().getParent()
              + ": there is no room for a backup of the library: "
              + mebibytes(2 * size)
              + " are needed, "
              + mebibytes(free)
              + " are free.",
          "Make room there.");
    }
  }

  private static String mebibytes(long bytes) {
    return (bytes + MEBIBYTE - 1) / MEBIBYTE + " MiB";
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // Its name says that it may be deleted.
    }
  }
}
