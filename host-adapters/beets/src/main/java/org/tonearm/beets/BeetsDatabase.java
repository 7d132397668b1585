package org.tonearm.beets;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.api.host.HostException;
import org.tonearm.listing.sqlite.ReadOnlyDatabase;

/** beets' database: SQLite with a table {@code items}, whose {@code path} is the name's bytes. */
final class BeetsDatabase {
  private BeetsDatabase() {}

  /**
   * The files of all tracks, in the order in which they came into the library. The database is
   * opened read-only and closed again; names that can't be paths are passed over.
   *
   * @param music what names are relative to where they are (beets 2.9 and later)
   * @throws HostException {@code library-missing}, {@code other-library}, or as a database that is
   *     only read
   */
  static List<Path> files(Path database, Path music) throws HostException {
    if (!Files.isRegularFile(database)) {
      throw new HostException(
          "library-missing",
          database + ": there is no library of beets.",
          "'beet config -p' and 'beet config' tell where it is; name it with --library.");
    }
    List<Path> files = new ArrayList<>();
    try (ReadOnlyDatabase opened = ReadOnlyDatabase.open(database)) {
      opened.rows(
          "SELECT hex(path) FROM items ORDER BY id",
          row -> path(HexFormat.of().parseHex(row.text(1)), music).ifPresent(files::add));
    } catch (HostException e) {
      if (e.code().equals("other-library") || e.getMessage().contains("no such")) {
        throw new HostException(
            "other-library",
            database + ": this is no library of beets that can be read (" + e.getMessage() + ").",
            "Name the right file with --library.",
            e);
      }
      throw e;
    }
    return files;
  }

  /**
   * A name's bytes as a path, which need not be text; relative to the music folder, if relative.
   */
  private static Optional<Path> path(byte[] name, Path music) {
    if (name.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          File.separatorChar == '/'
              ? Path.of(URI.create(address(name, music)))
              : music.resolve(new String(name, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No file can have this name, such as one with a zero byte.
    }
  }

  private static String address(byte[] name, Path music) {
    StringBuilder address = new StringBuilder("file://");
    if (name[0] != '/') {
      address.append(music.toUri().getRawPath().replaceFirst("/$", "")).append('/');
    }
    for (byte each : name) {
      address.append(
          each == '/' ? "/" : String.format(Locale.ROOT, "%%%02X", Byte.toUnsignedInt(each)));
    }
    return address.toString();
  }
}
