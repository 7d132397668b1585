package org.tonearm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class EngineHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    Path engine = database().getParent().getParent();
    Files.createDirectories(database().getParent());
    Files.deleteIfExists(database());
    try (Connection connection = open();
        var sql = EngineHostTest.class.getResourceAsStream("engine.sql")) {
      for (String order : new String(sql.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
        if (!order.isBlank()) {
          connection.createStatement().execute(order);
        }
      }
      connection.createStatement().execute("INSERT INTO Information VALUES (1, 'mine', 3, 0, 1)");
      try (PreparedStatement track =
          connection.prepareStatement("INSERT INTO Track (path, genre) VALUES (?, 'Polka')")) {
        for (Path file : AudioBelow.of(library)) {
          track.setString(1, engine.relativize(file).toString());
          track.execute();
        }
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return host();
  }

  private HostAdapter host() {
    return new EngineHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  private Path database() {
    return elsewhere.resolve("home/Music/Engine Library/Database2/m.db");
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database());
  }

  private void change(String... orders) throws SQLException {
    try (Connection connection = open()) {
      for (String order : orders) {
        connection.createStatement().execute(order);
      }
    }
  }

  @Test
  void refusesAFolderEvenTheRoot() {
    for (Path place : List.of(elsewhere.getRoot(), elsewhere)) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> host().at(place).listing())
          .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"))
          .withMessageContaining("is a folder");
    }
  }

  @Test
  void readsPlaylistsInTheOrderOfTheirLinks() throws Exception {
    adapterFor(folder);
    change(
        "INSERT INTO Playlist VALUES (1, 'Late', 3, 0), (2, 'Early', 3, 1), (3, 'Friday', 0, 0)",
        "INSERT INTO PlaylistEntity VALUES (1, 1, 2, 'mine', 0), (2, 1, 3, 'mine', 3),"
            + " (3, 1, 1, 'mine', 1), (4, 1, 1, 'of a stick', 0)");
    assertThat(host().listing().orElseThrow().playlists())
        .containsExactlyInAnyOrder(
            new HostPlaylist(List.of("Friday"), "Early", List.of()),
            new HostPlaylist(List.of("Friday"), "Late", List.of(2, 0, 1)),
            new HostPlaylist(List.of(), "Friday", List.of()))
        .extracting(HostPlaylist::name)
        .containsSubsequence("Early", "Late");
    assertThat(host().library().version()).isEqualTo("3.0.1");
  }

  @Test
  void losesNothingOfBrokenLists() throws Exception {
    adapterFor(folder);
    change(
        "INSERT INTO Playlist VALUES (1, 'Ring', 2, 2), (2, 'Knot', 1, 1)",
        "INSERT INTO PlaylistEntity VALUES (1, 1, 1, 'mine', 2), (2, 1, 2, 'mine', 1),"
            + " (3, 1, 99, 'mine', 77)");
    assertThat(host().listing().orElseThrow().playlists())
        .extracting(HostPlaylist::entries)
        .contains(List.of(0, 1));
  }

  @Test
  void tellsPathsOfAnotherSystemAndPassesOverStreams() throws Exception {
    adapterFor(folder);
    change(
        "DELETE FROM Track",
        "INSERT INTO Track (path, uri) VALUES ('D:/music/a.mp3', ''), (NULL, 'stream:1')");
    assertThat(host().listing().orElseThrow().entries())
        .singleElement()
        .extracting(HostEntry::file)
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({"1, library-older", "4, library-newer"})
  void refusesASchemaThatItDoesNotKnow(int major, String code) throws Exception {
    adapterFor(folder);
    change("UPDATE Information SET schemaVersionMajor = " + major);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    change("DROP TABLE Information");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"));
  }
}
