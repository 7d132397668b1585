package org.tonearm.mixxx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostListing;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class MixxxHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    MixxxDatabases.make(database(), 39, AudioBelow.of(library));
    return host();
  }

  private Path database() {
    return elsewhere.resolve("home/.mixxx/mixxxdb.sqlite");
  }

  private HostAdapter host() {
    return new MixxxHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home")), Optional.empty());
  }

  @Test
  void readsTracksCratesAndPlaylists() throws IOException, HostException, SQLException {
    adapterFor(folder);
    MixxxDatabases.change(
        database(),
        "INSERT INTO crates (name) VALUES ('Empty'), ('Friday')",
        "INSERT INTO crate_tracks VALUES (2, 3), (2, 1)",
        "INSERT INTO Playlists VALUES (1, 'Auto DJ', 1, 1), (2, 'Set', 2, 0)",
        "INSERT INTO PlaylistTracks VALUES (1, 2, 2, 1), (2, 2, 1, 2), (3, 2, 2, 3)");
    HostListing listing = host().listing().orElseThrow();
    assertThat(listing.entries().get(0).values()).containsEntry(TagField.GENRE, "Polka");
    assertThat(listing.playlists())
        .containsExactly(
            new HostPlaylist(List.of("Crates"), "Empty", List.of()),
            new HostPlaylist(List.of("Crates"), "Friday", List.of(0, 2)),
            new HostPlaylist(List.of("Playlists"), "Set", List.of(1, 0, 1)));
    assertThat(host().library().version()).isEqualTo("schema 39, Mixxx 2.4 or 2.5");
  }

  @Test
  void leavesOutWhatTheUserHidAndWhatMixxxMisses() throws Exception {
    adapterFor(folder);
    MixxxDatabases.change(
        database(),
        "UPDATE library SET mixxx_deleted = 1 WHERE id = 1",
        "UPDATE track_locations SET fs_deleted = 1 WHERE id = 3");
    assertThat(host().listing().orElseThrow().entries()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"31, library-older", "40, library-newer", "-1, other-library"})
  void refusesASchemaThatItDoesNotKnow(int schema, String code) throws IOException {
    MixxxDatabases.make(database(), schema, AudioBelow.of(folder));
    assertThat(host().library().supported()).isFalse();
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank())
        .withMessageContaining("mixxxdb.sqlite");
  }

  @Test
  void refusesWhatIsNoDatabaseOfMixxx() throws IOException, SQLException {
    Path text = Files.writeString(elsewhere.resolve("text"), "no database at all, but long enough");
    Path other = elsewhere.resolve("other.sqlite");
    MixxxDatabases.change(other, "CREATE TABLE songs (id)");
    for (Path file : List.of(text, other)) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> host().at(file).listing())
          .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"));
    }
    adapterFor(folder);
    byte[] half = Files.readAllBytes(database());
    Files.write(database(), Arrays.copyOf(half, half.length / 2));
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo("library-malformed"));
  }

  @Test
  void readsWhatStandsInAWriteAheadLogAndLeavesNothingBeside() throws Exception {
    adapterFor(folder);
    MixxxDatabases.change(database(), "PRAGMA journal_mode=WAL");
    try (Connection mixxx = MixxxDatabases.open(database())) {
      mixxx.createStatement().execute("UPDATE library SET genre = 'Fresh' WHERE id = 2");
      List<Path> before = AudioBelow.of(database().getParent());
      byte[] bytes = Files.readAllBytes(database());
      assertThat(host().listing().orElseThrow().entries().get(1).values())
          .containsEntry(TagField.GENRE, "Fresh");
      assertThat(AudioBelow.of(database().getParent())).isEqualTo(before).hasSize(3);
      assertThat(Files.readAllBytes(database())).isEqualTo(bytes);
    }
  }

  /** The log lies beside what the link leads to. */
  @Test
  void readsTheLogOfADatabaseBehindALink() throws Exception {
    adapterFor(folder);
    MixxxDatabases.change(database(), "PRAGMA journal_mode=WAL");
    Path link = Files.createDirectory(elsewhere.resolve("linked")).resolve("link.sqlite");
    Files.createSymbolicLink(link, database());
    try (Connection mixxx = MixxxDatabases.open(database())) {
      mixxx.createStatement().execute("UPDATE library SET genre = 'Fresh' WHERE id = 2");
      assertThat(host().at(link).listing().orElseThrow().entries().get(1).values())
          .containsEntry(TagField.GENRE, "Fresh");
    }
    Files.writeString(database(), "no database any more, but a text");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().at(link).listing())
        .withMessageContaining("link.sqlite");
  }

  @Test
  void readsWhileMixxxRuns() throws Exception {
    adapterFor(folder);
    try (Connection mixxx = MixxxDatabases.open(database())) {
      mixxx.setAutoCommit(false);
      mixxx.createStatement().execute("UPDATE library SET genre = 'Begun' WHERE id = 2");
      assertThat(host().listing().orElseThrow().entries().get(1).values())
          .containsEntry(TagField.GENRE, "");
    }
  }
}
