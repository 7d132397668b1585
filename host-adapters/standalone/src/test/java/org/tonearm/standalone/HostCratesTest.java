package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crates of a host whose library can be listed and not exported. */
final class HostCratesTest {
  @TempDir Path temp;
  private Bench bench;
  private Path jazz;
  private Path library;

  @BeforeEach
  void makeLibrary() throws IOException, SQLException {
    bench = new Bench(temp.resolve("data"));
    jazz = FakeFile.make(temp.resolve("music/jazz one.mp3"), 30, "jazz");
    library = Files.createDirectories(temp.resolve("mixxx")).resolve("mixxxdb.sqlite");
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String order :
          List.of(
              "CREATE TABLE settings (name, value)",
              "INSERT INTO settings VALUES ('mixxx.schema.version', 39)",
              "CREATE TABLE track_locations (id INTEGER PRIMARY KEY, location, fs_deleted)",
              "CREATE TABLE library (id INTEGER PRIMARY KEY, genre, comment, location,"
                  + " mixxx_deleted)",
              "CREATE TABLE crates (id INTEGER PRIMARY KEY, name UNIQUE, locked DEFAULT 0)",
              "CREATE TABLE crate_tracks (crate_id, track_id, UNIQUE (crate_id, track_id))",
              "CREATE TABLE Playlists (id INTEGER PRIMARY KEY, name, position, hidden DEFAULT 0)",
              "CREATE TABLE PlaylistTracks (id INTEGER PRIMARY KEY, playlist_id, track_id,"
                  + " position)",
              "INSERT INTO track_locations VALUES (1, '" + jazz + "', 0)",
              "INSERT INTO library VALUES (7, '', '', 1, 0)")) {
        statement.execute(order);
      }
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + library);
  }

  @Test
  void fillsThemByGenreAndMood() throws SQLException, IOException {
    byte[] song = Files.readAllBytes(jazz);
    assertThat(bench.run("host", "mixxx", "export", "--library", library, "--crates"))
        .as(bench.err())
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("'Genre Jazz (Tonearm)': 1 added", ".bak");
    List<String> crates = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name, track_id FROM crates JOIN crate_tracks ON crate_id = id"
                    + " ORDER BY name")) {
      while (row.next()) {
        crates.add(row.getString(1) + " " + row.getInt(2));
      }
    }
    assertThat(crates).containsExactly("Genre Jazz (Tonearm) 7", "Mood Happy (Tonearm) 7");
    assertThat(Files.readAllBytes(jazz)).isEqualTo(song);
  }

  @Test
  void tagsTheFilesWithTheMoodInTheComment() throws IOException {
    assertThat(bench.run("host", "mixxx", "tag", "--library", library)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(jazz)).contains("mood=Happy", "comment=[Tonearm: Jazz, Happy]");
    assertThat(bench.out()).contains("Import From File Tags");
  }

  @Test
  void saysWhatCantBeDone() {
    assertThat(bench.run("host", "mixxx", "export", "--library", library, "-o", temp.resolve("x")))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("Mixxx", "can't be exported", "--playlists");
    assertThat(bench.run("host", "rekordbox", "refresh")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.out()).contains("Reload Tag");
    assertThat(bench.run("host", "mpd", "refresh", "--server", "nonsense"))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("'nonsense'", "localhost:6600");
  }
}
