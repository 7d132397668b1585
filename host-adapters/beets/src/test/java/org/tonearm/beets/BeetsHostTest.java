package org.tonearm.beets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostEnvironment;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostHazard;
import org.tonearm.api.host.HostLibrary.Support;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.testkit.HostAdapterCompatibilityKit;
import org.tonearm.testkit.PythonSuite;

final class BeetsHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    List<byte[]> names = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(library)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        names.add(bytes(file));
      }
    }
    Path beets = home().resolve(".config/beets");
    Files.createDirectories(beets);
    database(beets.resolve("library.db"), names);
    return host();
  }

  private Path home() {
    return elsewhere.resolve("home");
  }

  private HostAdapter host(String... running) {
    return new BeetsHost(machine(Map.of(), running), Optional.empty());
  }

  private HostEnvironment machine(Map<String, String> variables, String... running) {
    return new HostEnvironment(HostSystem.LINUX, home(), variables, () -> Set.of(running));
  }

  /** A name's bytes, off its percent-encoded address. */
  private static byte[] bytes(Path file) {
    String address = file.toUri().getRawPath();
    byte[] bytes = new byte[address.length()];
    int length = 0;
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '%') {
        bytes[length++] = (byte) Integer.parseInt(address.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        bytes[length++] = (byte) address.charAt(i);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** As beets 1.6 makes it, with the columns that matter. */
  private static void database(Path file, List<byte[]> names) throws IOException {
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, path BLOB, genre TEXT)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO items (path, genre) VALUES (?, '')")) {
        for (byte[] name : names) {
          insert.setBytes(1, name);
          insert.executeUpdate();
        }
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static List<Path> tracks(HostAdapter host, List<TrackRequest.Problem> problems) {
    try (var tracks =
        host.tracks(new TrackRequest(List.of(), List.of(), List.of(), problems::add))) {
      return tracks.map(track -> track.path()).toList();
    }
  }

  @Test
  void theConfigurationNamesLibraryAndMusicFolder() throws IOException {
    Path music = Files.createDirectories(home().resolve("my music"));
    Path song = Files.writeString(music.resolve("caf\u00e9 %41.mp3"), "x");
    Path beets = Files.createDirectories(home().resolve("xdg/beets"));
    Files.writeString(
        beets.resolve("config.yaml"),
        "plugins: tonearm\nlibrary: 'lists/own.db'   # mine\n"
            + "import:\n  library: no.db\ndirectory: ~/my music\n");
    Files.createDirectories(beets.resolve("lists"));
    // Relative to the music folder, as beets 2 keeps names.
    database(
        beets.resolve("lists/own.db"),
        List.of("caf\u00e9 %41.mp3".getBytes(StandardCharsets.UTF_8)));
    HostAdapter host =
        new BeetsHost(
            machine(Map.of("XDG_CONFIG_HOME", home().resolve("xdg").toString())), Optional.empty());
    assertThat(tracks(host, new ArrayList<>())).containsExactly(song);
    assertThat(host.library().place()).contains(beets.resolve("lists/own.db"));
    HostAdapter own =
        new BeetsHost(machine(Map.of("BEETSDIR", beets.toString())), Optional.empty());
    assertThat(own.library().place()).contains(beets.resolve("lists/own.db"));
  }

  @Test
  void passesOverWhatIsGoneAndSaysSo() throws IOException {
    HostAdapter host = adapterFor(folder);
    Files.delete(folder.resolve("first.mp3"));
    List<TrackRequest.Problem> problems = new ArrayList<>();
    assertThat(tracks(host, problems)).hasSize(2);
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.path()).isEqualTo(folder.resolve("first.mp3")));
    assertThat(host.hazards()).extracting(HostHazard::code).containsExactly("tracks-missing");
    assertThat(host("beet").hazards()).extracting(HostHazard::code).contains("host-running");
  }

  @Test
  void passesOverNamesThatNoFileCanHave() throws IOException, HostException {
    Path song = Files.writeString(folder.resolve("song.mp3"), "x");
    Path file = elsewhere.resolve("odd.db");
    database(
        file,
        List.of(
            "/music/a\0b.mp3".getBytes(StandardCharsets.UTF_8),
            "a\0b.mp3".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            bytes(song)));
    HostAdapter host = host().at(file);
    assertThat(host.library().reason()).contains("1 track.");
    assertThat(tracks(host, new ArrayList<>())).containsExactly(song);
  }

  @Test
  void readsADatabaseWithALogAndLeavesNothingBesideIt()
      throws IOException, HostException, SQLException {
    Path song = Files.writeString(folder.resolve("song.mp3"), "x");
    Path file = Files.createDirectories(elsewhere.resolve("wal")).resolve("library.db");
    database(file, List.of(bytes(song)));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
    }
    assertThat(tracks(host().at(file), new ArrayList<>())).containsExactly(song);
    assertThat(file.getParent().toFile().list()).containsExactly("library.db");
  }

  @Test
  void readsADatabaseThatWasLeftInTheMiddleOfAWrite()
      throws IOException, HostException, SQLException {
    Path song = Files.writeString(folder.resolve("song.mp3"), "x");
    Path busy = elsewhere.resolve("busy.db");
    Path file = Files.createDirectories(elsewhere.resolve("left")).resolve("library.db");
    Path journal = file.resolveSibling("library.db-journal");
    database(busy, List.of(bytes(song)));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + busy);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA cache_size=5");
      connection.setAutoCommit(false);
      statement.execute("UPDATE items SET path = NULL");
      for (int i = 0; i < 200; i++) {
        statement.execute("INSERT INTO items (path) VALUES (zeroblob(900))");
      }
      Files.copy(busy, file);
      Files.copy(elsewhere.resolve("busy.db-journal"), journal);
      connection.rollback();
    }
    byte[] before = Files.readAllBytes(journal);
    assertThat(tracks(host().at(file), new ArrayList<>())).containsExactly(song);
    assertThat(journal).hasBinaryContent(before);
  }

  @Test
  void seesThatBeetsRunsThoughItIsAScript() throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python), "There is no " + python + ".");
    Path script =
        Files.writeString(
            elsewhere.resolve("beet"), "print('on', flush=True)\nimport sys\nsys.stdin.read()\n");
    Process process = new ProcessBuilder(python.toString(), "-B", script.toString()).start();
    try {
      assertThat(process.getInputStream().read()).isEqualTo('o');
      assertThat(HostEnvironment.ofProcess().programs().get()).contains("beet");
    } finally {
      process.destroy();
    }
  }

  @Test
  void tellsALibraryFromOtherFiles() throws IOException, HostException {
    Path text = Files.writeString(elsewhere.resolve("text.db"), "no database, but long enough");
    assertThat(host().at(text).library().support()).isEqualTo(Support.UNSUPPORTED);
    Path other = elsewhere.resolve("other.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE songs (id INTEGER)");
    } catch (SQLException e) {
      throw new IOException(e);
    }
    assertThat(host().at(other).library().support()).isEqualTo(Support.UNSUPPORTED);
    assertThat(host().at(other).library().reason()).contains("no library of beets");
    assertThat(host().library().support()).isEqualTo(Support.NOT_FOUND);
  }

  @Test
  void thePluginWorksInBeets() throws IOException, InterruptedException {
    Path plugins = PythonSuite.write(host().plugin().orElseThrow(), elsewhere.resolve("plugins"));
    new PythonSuite(Path.of("src/test/python"))
        .run(
            Map.of(
                "PLUGIN_FOLDER",
                plugins.toString(),
                "FAKE_TONEARM",
                Path.of("../pyplugin/src/test/python/fake_tonearm.py")
                    .toAbsolutePath()
                    .normalize()
                    .toString()));
  }
}
