package org.tonearm.mixxx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostCrates.Crate;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostSystem;
import org.tonearm.testkit.AudioBelow;

final class MixxxCratesTest {
  private static final String CONTENT =
      "SELECT c.name, t.track_id FROM crates c JOIN crate_tracks t ON t.crate_id = c.id"
          + " ORDER BY c.name, t.track_id";

  @TempDir Path temp;
  private Path database;
  private List<Path> songs;

  @BeforeEach
  void makeLibrary() throws IOException {
    songs = new ArrayList<>();
    for (String name : List.of("a.mp3", "b.mp3", "c.mp3")) {
      songs.add(Files.writeString(temp.resolve(name), name));
    }
    database = MixxxDatabases.make(temp.resolve("mixxx/mixxxdb.sqlite"), 32, songs);
  }

  private HostCrates crates(String... running) {
    return new MixxxHost(AudioBelow.machine(HostSystem.LINUX, temp, running), Optional.of(database))
        .crates()
        .orElseThrow();
  }

  private List<Path> backups() throws IOException {
    return AudioBelow.of(database.getParent()).stream()
        .filter(path -> path.toString().endsWith(".bak"))
        .toList();
  }

  @Test
  void fillsCratesAfterABackup() throws Exception {
    Path stranger = Files.writeString(temp.resolve("stranger.mp3"), "x");
    crates().check();
    String told =
        crates()
            .fill(
                List.of(
                    new Crate("Genre Rock", List.of(songs.get(0), songs.get(2))),
                    new Crate("Mood 'Happy'", List.of(songs.get(1), stranger, songs.get(1))),
                    new Crate("Mood Sad", List.of(stranger))));
    assertThat(MixxxDatabases.ask(database, CONTENT))
        .containsExactly(
            "Genre Rock (Tonearm)|1", "Genre Rock (Tonearm)|3", "Mood 'Happy' (Tonearm)|2");
    assertThat(MixxxDatabases.ask(database, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(backups())
        .singleElement()
        .satisfies(b -> assertThat(told).contains(b.toRealPath().toString()));
    Path backup = backups().get(0);
    assertThat(MixxxDatabases.ask(backup, CONTENT)).isEmpty();
    assertThat(MixxxDatabases.ask(backup, "SELECT * FROM library"))
        .isEqualTo(MixxxDatabases.ask(database, "SELECT * FROM library"))
        .hasSize(3);
    assertThat(told).contains("Mood Sad", "none of its tracks");
  }

  @Test
  void addsWhatIsMissingAndTakesNothingOut() throws Exception {
    MixxxDatabases.change(
        database,
        "INSERT INTO crates (name) VALUES ('Genre Rock'), ('Genre Rock (Tonearm)')",
        "INSERT INTO crates (name, locked) VALUES ('Genre Jazz (Tonearm)', 1)",
        "INSERT INTO crate_tracks VALUES (1, 1), (2, 2)");
    String told =
        crates()
            .fill(
                List.of(
                    new Crate("Genre Rock", songs.subList(0, 2)), new Crate("Genre Jazz", songs)));
    assertThat(MixxxDatabases.ask(database, CONTENT))
        .containsExactly("Genre Rock|1", "Genre Rock (Tonearm)|1", "Genre Rock (Tonearm)|2");
    assertThat(told).contains("1 added, 1 there already", "'Genre Jazz (Tonearm)' is locked");
  }

  @Test
  void leavesTheDatabaseAloneWhileMixxxRuns() throws Exception {
    byte[] before = Files.readAllBytes(database);
    HostCrates crates = crates("mixxx");
    refuses("host-running", crates::check);
    refuses("host-running", () -> crates.fill(List.of(new Crate("Genre Rock", songs))));
    try (Connection other = MixxxDatabases.open(database)) {
      other.setAutoCommit(false);
      other.createStatement().execute("INSERT INTO crates (name) VALUES ('mine')");
      refuses("library-busy", () -> crates().check());
      refuses("library-busy", () -> crates().fill(List.of(new Crate("Genre Rock", songs))));
    }
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
    assertThat(backups()).isEmpty();
  }

  private static void refuses(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(work)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }

  @Test
  void worksInAFolderWithAnApostrophe() throws Exception {
    database = MixxxDatabases.make(temp.resolve("DJ's \"own\"/mixxxdb.sqlite"), 39, songs);
    crates().check();
    crates().fill(List.of(new Crate("Genre Rock", songs)));
    assertThat(MixxxDatabases.ask(database, CONTENT)).hasSize(3);
    assertThat(backups()).hasSize(1);
  }

  @Test
  void looksBeforehandWhetherTheDatabaseIsSound() throws Exception {
    MixxxDatabases.change(
        database,
        "CREATE TABLE broken (x)",
        "INSERT INTO broken VALUES (NULL)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE broken (x NOT NULL)' WHERE name = 'broken'");
    refuses("library-malformed", () -> crates().check());
  }

  @Test
  void makesNoBackupWhereThereIsNothingToAdd() throws Exception {
    Path stranger = Files.writeString(temp.resolve("stranger.mp3"), "x");
    crates().fill(List.of(new Crate("Genre Rock", songs)));
    Files.delete(backups().get(0));
    byte[] before = Files.readAllBytes(database);
    String told =
        crates()
            .fill(
                List.of(new Crate("Genre Rock", songs), new Crate("Mood Sad", List.of(stranger))));
    assertThat(told).contains("0 added, 3 there already", "none of its tracks");
    assertThat(told).doesNotContain("Backup");
    assertThat(backups()).isEmpty();
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  @Test
  void takesItsBackupAwayWhenNothingWasCommitted() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HostCrates crates =
        new MixxxCrates(
            () -> database,
            () -> asked.incrementAndGet() > 1,
            AudioBelow.machine(HostSystem.LINUX, temp));
    refuses("host-running", () -> crates.fill(List.of(new Crate("Genre Rock", songs))));
    assertThat(asked).hasValue(2);
    assertThat(AudioBelow.of(database.getParent())).containsExactly(database);
    assertThat(MixxxDatabases.ask(database, CONTENT)).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void leavesNoHalfBackupWhenTheDriveIsFull() throws Exception {
    MixxxDatabases.change(
        database, "CREATE TABLE ballast (x)", "INSERT INTO ballast VALUES (zeroblob(30000000))");
    byte[] before = Files.readAllBytes(database);
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -f 16384; exec \"$@\"", // at most 16 MiB a file
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                database.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(1);
    assertThat(said).contains("no backup can be made");
    assertThat(AudioBelow.of(database.getParent())).containsExactly(database);
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
  }

  /** With so many rows that pages of the database itself are written before the end. */
  @Test
  void leavesTheOldDatabaseWhenItIsKilled() throws Exception {
    songs = IntStream.range(0, 20_000).mapToObj(i -> Path.of("/music/" + i + ".mp3")).toList();
    MixxxDatabases.make(database, 39, songs);
    MixxxDatabases.change(database, "PRAGMA default_cache_size=20");
    byte[] before = Files.readAllBytes(database);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Killed.class.getName(),
                database.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(Killed.HALTED);
    assertThat(database.resolveSibling("mixxxdb.sqlite-journal")).exists();
    assertThat(Files.readAllBytes(database)).isNotEqualTo(before);
    HostCrates again = crates();
    again.check(); // SQLite takes back what was begun.
    assertThat(MixxxDatabases.ask(database, CONTENT)).isEmpty();
    assertThat(MixxxDatabases.ask(database, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(MixxxDatabases.ask(database, "SELECT count(*) FROM library"))
        .containsExactly("20000");
    again.fill(List.of(new Crate("Genre Rock", songs.subList(0, 2))));
    assertThat(MixxxDatabases.ask(database, CONTENT)).hasSize(2);
  }

  /** Fills a crate and dies before it is done. */
  static final class Killed {
    static final int HALTED = 137;

    private Killed() {}

    public static void main(String[] arguments) throws HostException, SQLException {
      Path database = Path.of(arguments[0]);
      List<Path> songs =
          MixxxDatabases.ask(database, "SELECT location FROM track_locations").stream()
              .map(Path::of)
              .toList();
      new MixxxCrates(
              () -> database,
              () -> false,
              AudioBelow.machine(HostSystem.LINUX, database.getParent()),
              () -> Runtime.getRuntime().halt(HALTED))
          .fill(List.of(new Crate("Genre Rock", songs)));
    }
  }
}
