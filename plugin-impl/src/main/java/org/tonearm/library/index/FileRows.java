package org.tonearm.library.index;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of files. */
final class FileRows {
  private static final String COLUMNS =
      "size, modified, changed, device, inode, links, fingerprint, format, read_as, tags";

  private FileRows() {}

  static Optional<IndexedFile> find(IndexDatabase database, Path path) throws SQLException {
    String key = PathKey.of(path);
    PreparedStatement statement =
        database.statement("SELECT " + COLUMNS + " FROM file WHERE path = ?", key);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(file(row, path)) : Optional.empty();
    }
  }

  /** Writes a row, new or in place of the one with this path. */
  static int put(IndexDatabase database, IndexedFile file) throws SQLException {
    FileStat stat = file.stat();
    return database
        .statement(
            """
            INSERT INTO file (path, size, modified, changed, device, inode, links, fingerprint,
              format, read_as, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
              changed = excluded.changed, device = excluded.device, inode = excluded.inode,
              links = excluded.links, fingerprint = excluded.fingerprint,
              format = excluded.format, read_as = excluded.read_as, tags = excluded.tags
            """,
            PathKey.of(file.path()),
            stat.size(),
            stat.modified(),
            stat.changed(),
            stat.device(),
            stat.inode(),
            stat.links(),
            file.fingerprint().text(),
            file.tags().map(TagsSeen::format).orElse(null),
            file.tags().map(TagsSeen::readAs).orElse(null),
            file.tags().map(tags -> TagsJson.of(tags.values())).orElse(null))
        .executeUpdate();
  }

  /** Where files of this audio were last seen. */
  static List<Path> pathsOf(IndexDatabase database, Fingerprint fingerprint) throws SQLException {
    List<Path> paths = new ArrayList<>();
    PreparedStatement statement =
        database.statement(
            "SELECT path FROM file WHERE fingerprint = ? ORDER BY path", fingerprint.text());
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        paths.add(PathKey.path(row.getString(1)));
      }
    }
    return paths;
  }

  /** Has a row look like no file: none with audio is empty. */
  static int distrust(IndexDatabase database, Path path) throws SQLException {
    return database
        .statement("UPDATE file SET size = 0 WHERE path = ?", PathKey.of(path))
        .executeUpdate();
  }

  static int distrust(IndexDatabase database, Fingerprint fingerprint) throws SQLException {
    return database
        .statement("UPDATE file SET size = 0 WHERE fingerprint = ?", fingerprint.text())
        .executeUpdate();
  }

  private static IndexedFile file(ResultSet row, Path path) throws SQLException {
    FileStat stat =
        new FileStat(
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getInt(6));
    String format = row.getString(8);
    Optional<TagsSeen> tags =
        format == null
            ? Optional.empty()
            : Optional.of(new TagsSeen(format, row.getString(9), TagsJson.read(row.getString(10))));
    return new IndexedFile(path, stat, new Fingerprint(row.getString(7)), tags);
  }
}
