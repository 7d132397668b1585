package org.tonearm.beets;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;
import org.tonearm.api.host.HostException;

/** beets' database: SQLite with a table {@code items}, whose {@code path} is the name's bytes. */
final class BeetsDatabase {
  private static final int PATIENCE_MILLIS = 5000;

  private BeetsDatabase() {}

  /**
   * The files of all tracks, in the order in which they came into the library. The database is
   * opened read-only and closed again.
   *
   * @param music what names are relative to where they are (beets 2.9 and later)
   * @throws HostException {@code library-missing}, {@code library-unreadable}, {@code
   *     other-library}
   */
  static List<Path> files(Path database, Path music) throws HostException {
    if (!Files.isRegularFile(database)) {
      throw new HostException(
          "library-missing",
          database + ": there is no library of beets.",
          "'beet config -p' and 'beet config' tell where it is; name it with --library.");
    }
    SQLiteConfig settings = new SQLiteConfig();
    settings.setReadOnly(true);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    try (Connection connection = settings.createConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT path FROM items ORDER BY id")) {
      List<Path> files = new ArrayList<>();
      while (rows.next()) {
        byte[] name = rows.getBytes(1);
        if (name != null && name.length > 0) {
          files.add(path(name, music));
        }
      }
      return files;
    } catch (SQLException e) {
      boolean other = String.valueOf(e.getMessage()).contains("no such");
      throw new HostException(
          other ? "other-library" : "library-unreadable",
          database + ": this is no library of beets that can be read (" + e.getMessage() + ").",
          "Let beets come to its end if it is running; else name the right file with --library.",
          e);
    }
  }

  /**
   * A name's bytes as a path, which need not be text; relative to the music folder, if relative.
   */
  private static Path path(byte[] name, Path music) {
    if (File.separatorChar != '/') {
      return music.resolve(new String(name, StandardCharsets.UTF_8));
    }
    StringBuilder address = new StringBuilder("file://");
    if (name[0] != '/') {
      address.append(music.toUri().getRawPath().replaceFirst("/$", "")).append('/');
    }
    for (byte each : name) {
      address.append(
          each == '/' ? "/" : String.format(Locale.ROOT, "%%%02X", Byte.toUnsignedInt(each)));
    }
    return Path.of(URI.create(address.toString()));
  }
}
