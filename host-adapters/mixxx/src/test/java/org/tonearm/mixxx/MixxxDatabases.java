package org.tonearm.mixxx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Makes and looks into databases with those tables of Mixxx's that matter here. */
final class MixxxDatabases {
  private MixxxDatabases() {}

  /** A new database with these tracks, numbered from 1. */
  static Path make(Path file, int schema, List<Path> tracks) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String order :
          List.of(
              "CREATE TABLE settings (name TEXT UNIQUE NOT NULL, value TEXT, locked INTEGER)",
              "CREATE TABLE track_locations (id INTEGER PRIMARY KEY AUTOINCREMENT,"
                  + " location varchar(512) UNIQUE, fs_deleted INTEGER)",
              "CREATE TABLE library (id INTEGER PRIMARY KEY AUTOINCREMENT, title, genre, comment,"
                  + " location integer REFERENCES track_locations(location), mixxx_deleted integer)",
              "CREATE TABLE crates (id integer PRIMARY KEY AUTOINCREMENT, name varchar(48) UNIQUE"
                  + " NOT NULL, count integer DEFAULT 0, show integer DEFAULT 1,"
                  + " locked integer DEFAULT 0, autodj_source integer DEFAULT 0)",
              // The second reference dangles in databases that Mixxx 2.3 made with newer SQLites.
              "CREATE TABLE crate_tracks (crate_id integer NOT NULL REFERENCES crates(id),"
                  + " track_id integer NOT NULL REFERENCES \"library_old\"(id),"
                  + " UNIQUE (crate_id, track_id))",
              "CREATE TABLE Playlists (id INTEGER primary key, name, position INTEGER,"
                  + " hidden INTEGER DEFAULT 0 NOT NULL)",
              "CREATE TABLE PlaylistTracks (id INTEGER primary key, playlist_id INTEGER,"
                  + " track_id INTEGER, position INTEGER)",
              "INSERT INTO settings VALUES ('mixxx.schema.version', '" + schema + "', 0)")) {
        statement.execute(order);
      }
      try (PreparedStatement location =
              connection.prepareStatement("INSERT INTO track_locations VALUES (?, ?, 0)");
          PreparedStatement track =
              connection.prepareStatement("INSERT INTO library VALUES (?, 'T', ?, '', ?, 0)")) {
        for (int id = 1; id <= tracks.size(); id++) {
          location.setInt(1, id);
          location.setString(2, tracks.get(id - 1).toString());
          location.execute();
          track.setInt(1, id);
          track.setString(2, id == 1 ? "Polka" : null);
          track.setInt(3, id);
          track.execute();
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return file;
  }

  static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  static void change(Path file, String... orders) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        statement.execute(order);
      }
    }
  }

  /** The answer's rows, columns joined with a bar. */
  static List<String> ask(Path file, String question) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = open(file);
        var answer = connection.createStatement().executeQuery(question)) {
      while (answer.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
          columns.add(answer.getString(i));
        }
        rows.add(String.join("|", columns));
      }
    }
    return rows;
  }
}
