package org.tonearm.library.index;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The table of files. */
final class FileRows {
  private static final String COLUMNS =
      "size, modified, changed, device, inode, links, fingerprint, format, read_as, tags, id, gone";

  private FileRows() {}

  /**
   * A row.
   *
   * @param id its number, small and kept as long as the row
   * @param gone true if the last scan missed the file
   */
  record Row(long id, boolean gone, IndexedFile file) {}

  static Optional<Row> find(IndexDatabase database, Path path) throws SQLException {
    String key = PathKey.of(path);
    PreparedStatement statement =
        database.statement("SELECT " + COLUMNS + " FROM file WHERE path = ?", key);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row(row, path)) : Optional.empty();
    }
  }

  /** Writes a row, new or in place of the one with this path; gives its number. */
  static long put(IndexDatabase database, IndexedFile file) throws SQLException {
    FileStat stat = file.stat();
    PreparedStatement statement =
        database.statement(
            """
            INSERT INTO file (path, size, modified, changed, device, inode, links, fingerprint,
              format, read_as, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified = excluded.modified,
              changed = excluded.changed, device = excluded.device, inode = excluded.inode,
              links = excluded.links, fingerprint = excluded.fingerprint,
              format = excluded.format, read_as = excluded.read_as, tags = excluded.tags,
              gone = NULL
            RETURNING id
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
            file.tags().map(tags -> TagsJson.of(tags.values())).orElse(null));
    try (ResultSet row = statement.executeQuery()) {
      return row.getLong(1);
    }
  }

  /** Where files of this audio were last seen, those that no scan missed first. */
  static List<Path> pathsOf(IndexDatabase database, Fingerprint fingerprint) throws SQLException {
    List<Path> paths = new ArrayList<>();
    PreparedStatement statement =
        database.statement(
            "SELECT path FROM file WHERE fingerprint = ? ORDER BY gone IS NOT NULL, path",
            fingerprint.text());
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        paths.add(PathKey.path(row.getString(1)));
      }
    }
    return paths;
  }

  /** Numbers of the files at or below a place that no scan missed yet. */
  static Void present(IndexDatabase database, Path root, LongConsumer ids) throws SQLException {
    each(database.statement("SELECT id FROM file WHERE path = ?", PathKey.of(root)), ids);
    for (String prefix : PathKey.below(root)) {
      // The range alone is answered from the index of paths.
      each(
          database.statement(
              "SELECT id FROM file WHERE path >= ? AND path < ?", prefix, PathKey.after(prefix)),
          ids);
    }
    return null;
  }

  static Optional<Path> path(IndexDatabase database, long id) throws SQLException {
    PreparedStatement statement =
        database.statement("SELECT path FROM file WHERE id = ? AND gone IS NULL", id);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(PathKey.path(row.getString(1))) : Optional.empty();
    }
  }

  /** Notes that a scan missed a file, or with null that it is back. */
  static void gone(IndexDatabase database, long id, Long when) throws SQLException {
    database.statement("UPDATE file SET gone = ? WHERE id = ?", when, id).executeUpdate();
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

  static int forget(IndexDatabase database, long goneBefore) throws SQLException {
    return database.statement("DELETE FROM file WHERE gone < ?", goneBefore).executeUpdate();
  }

  static long count(IndexDatabase database) throws SQLException {
    try (ResultSet row =
        database.statement("SELECT count(*) FROM file WHERE gone IS NULL").executeQuery()) {
      return row.getLong(1);
    }
  }

  private static void each(PreparedStatement statement, LongConsumer ids) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        ids.accept(row.getLong(1));
      }
    }
  }

  private static Row row(ResultSet row, Path path) throws SQLException {
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
    IndexedFile file = new IndexedFile(path, stat, new Fingerprint(row.getString(7)), tags);
    return new Row(row.getLong(11), row.getObject(12) != null, file);
  }
}
