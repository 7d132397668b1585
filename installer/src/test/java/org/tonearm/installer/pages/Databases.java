package org.tonearm.installer.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Libraries that are SQLite databases, with the tables and columns that matter. */
final class Databases {
  private static final Path ENGINE =
      Path.of("../host-adapters/engine/src/test/resources/org/tonearm/engine/engine.sql");

  private final List<Path> tracks;

  Databases(List<Path> tracks) {
    this.tracks = List.copyOf(tracks);
  }

  void mixxx(Path file) throws IOException {
    make(
        file,
        """
        CREATE TABLE settings (name TEXT UNIQUE NOT NULL, value TEXT, locked INTEGER);
        CREATE TABLE track_locations (id INTEGER PRIMARY KEY AUTOINCREMENT,
          location varchar(512) UNIQUE, fs_deleted INTEGER DEFAULT 0);
        CREATE TABLE library (id INTEGER PRIMARY KEY AUTOINCREMENT, title, genre, comment,
          location integer REFERENCES track_locations(location), mixxx_deleted integer DEFAULT 0);
        CREATE TABLE crates (id integer PRIMARY KEY AUTOINCREMENT, name varchar(48) UNIQUE NOT NULL,
          count integer DEFAULT 0, show integer DEFAULT 1, locked integer DEFAULT 0,
          autodj_source integer DEFAULT 0);
        CREATE TABLE crate_tracks (crate_id integer NOT NULL REFERENCES crates(id),
          track_id integer NOT NULL REFERENCES library(id), UNIQUE (crate_id, track_id));
        CREATE TABLE Playlists (id INTEGER primary key, name, position INTEGER,
          hidden INTEGER DEFAULT 0 NOT NULL);
        CREATE TABLE PlaylistTracks (id INTEGER primary key, playlist_id INTEGER,
          track_id INTEGER, position INTEGER);
        INSERT INTO settings VALUES ('mixxx.schema.version', '39', 0)
        """,
        "INSERT INTO track_locations (location) VALUES (?)",
        Path::toString);
    order(file, "INSERT INTO library (title, location) SELECT 'T', id FROM track_locations");
  }

  void strawberry(Path file) throws IOException {
    make(
        file,
        """
        CREATE TABLE schema_version (version INTEGER);
        INSERT INTO schema_version VALUES (16);
        CREATE TABLE songs (title TEXT, genre TEXT, comment TEXT, source INTEGER, url TEXT,
          unavailable INTEGER DEFAULT 0)
        """,
        "INSERT INTO songs VALUES ('T', '', NULL, 2, ?, 0)",
        track -> "file://" + track.toUri().getRawPath());
  }

  void beets(Path file) throws IOException {
    make(
        file,
        "CREATE TABLE items (id INTEGER PRIMARY KEY, path BLOB, genre TEXT)",
        "INSERT INTO items (path, genre) VALUES (CAST(? AS BLOB), '')",
        Path::toString);
  }

  void engine(Path file) throws IOException {
    Path folder = file.getParent().getParent();
    make(
        file,
        Files.readString(ENGINE, StandardCharsets.UTF_8)
            + "INSERT INTO Information VALUES (1, 'mine', 3, 0, 1)",
        "INSERT INTO Track (path, genre) VALUES (?, '')",
        track -> folder.relativize(track).toString());
  }

  private void make(Path file, String tables, String insert, Function<Path, String> name)
      throws IOException {
    Files.createDirectories(file.getParent());
    order(file, tables.split(";", -1));
    try (Connection connection = open(file);
        PreparedStatement statement = connection.prepareStatement(insert)) {
      for (Path track : tracks) {
        statement.setString(1, name.apply(track));
        statement.execute();
      }
    } catch (SQLException e) {
      throw new IOException(file.toString(), e);
    }
  }

  static void order(Path file, String... orders) throws IOException {
    try (Connection connection = open(file)) {
      for (String order : orders) {
        if (!order.isBlank()) {
          connection.createStatement().execute(order);
        }
      }
    } catch (SQLException e) {
      throw new IOException(file.toString(), e);
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
