package org.tonearm.serato;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tonearm.api.host.HostAdapter;
import org.tonearm.api.host.HostCrates;
import org.tonearm.api.host.HostCrates.Crate;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.HostException;
import org.tonearm.api.host.HostListing;
import org.tonearm.api.host.HostPlaylist;
import org.tonearm.api.host.HostSystem;
import org.tonearm.api.host.TrackRequest;
import org.tonearm.api.tag.TagField;
import org.tonearm.testkit.AudioBelow;
import org.tonearm.testkit.HostAdapterCompatibilityKit;

final class SeratoHostTest extends HostAdapterCompatibilityKit {

  @Override
  protected HostAdapter adapterFor(Path library) throws IOException {
    Path music = Files.createDirectories(elsewhere.resolve("home/Music/_Serato_")).getParent();
    Path root = music.getRoot();
    List<Chunk> chunks = new ArrayList<>();
    chunks.add(Chunk.text("vrsn", "2.0/Serato Scratch LIVE Database"));
    for (Path file : AudioBelow.of(library)) {
      String name = root.relativize(file).toString();
      chunks.add(Chunk.of("otrk", List.of(Chunk.text("pfil", name))));
    }
    Files.write(music.resolve("_Serato_/database V2"), Chunk.bytes(chunks));
    return host();
  }

  private HostAdapter host(String... running) {
    return new SeratoHost(
        AudioBelow.machine(HostSystem.LINUX, elsewhere.resolve("home"), running), Optional.empty());
  }

  /** A drive with what the generator made, and the files that it names. */
  private Path drive() throws IOException {
    try {
      Path golden = Path.of(SeratoHostTest.class.getResource("golden").toURI());
      Path drive = Files.createDirectories(elsewhere.resolve("drive"));
      for (Path file : AudioBelow.of(golden)) {
        Path copy = drive.resolve(golden.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      Files.createDirectories(drive.resolve("songs"));
      for (String name : List.of("songs/a b.mp3", "songs/Ünï ♫.flac", "x.ogg")) {
        Files.writeString(drive.resolve(name), name);
      }
      return drive;
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Test
  void readsTheDatabaseAndTheCratesOfADrive() throws IOException, HostException {
    Path drive = drive();
    HostListing listing = host().at(drive.resolve("_Serato_")).listing().orElseThrow();
    assertThat(listing.entries())
        .extracting(entry -> entry.file().orElseThrow())
        .containsExactly(
            drive.resolve("songs/a b.mp3"),
            drive.resolve("songs/Ünï ♫.flac"),
            drive.resolve("x.ogg"));
    assertThat(listing.entries().get(0).values())
        .isEqualTo(Map.of(TagField.GENRE, "Polka & Å", TagField.COMMENT, "mine"));
    assertThat(listing.playlists())
        .containsExactlyInAnyOrder(
            new HostPlaylist(List.of(), "Friday", List.of(0)),
            new HostPlaylist(List.of("Friday"), "Late", List.of(2, 1, 0)));
    assertThat(host().at(drive.resolve("_Serato_")).library().version())
        .isEqualTo("2.0/Serato Scratch LIVE Database");
  }

  @Test
  void knowsTracksThatStandInACrateOnly() throws IOException, HostException {
    Path drive = drive();
    Files.delete(drive.resolve("_Serato_/database V2"));
    assertThat(host().at(drive.resolve("_Serato_")).listing().orElseThrow().entries())
        .extracting(HostEntry::location)
        .containsExactlyInAnyOrder("songs/a b.mp3", "songs/Ünï ♫.flac", "x.ogg");
  }

  @Test
  void keepsUnknownPiecesByteForByte() throws Exception {
    for (Path file : AudioBelow.of(drive().resolve("_Serato_"))) {
      byte[] bytes = Files.readAllBytes(file);
      assertThat(Chunk.bytes(Chunk.read(bytes))).as(file.toString()).isEqualTo(bytes);
    }
  }

  @Test
  void makesNewCratesAndTouchesNoOther() throws IOException, HostException {
    Path drive = drive();
    Path serato = drive.resolve("_Serato_");
    Map<Path, byte[]> before = contents(serato);
    Path stranger = Files.writeString(elsewhere.resolve("stranger.mp3"), "x");
    Path first = drive.resolve("songs/a b.mp3");
    Crate rock = new Crate("Genre Rock/Pop", List.of(first, stranger, drive.resolve("x.ogg")));
    HostCrates crates = host().at(serato).crates().orElseThrow();
    String told = crates.fill(List.of(rock, new Crate("Mood Sad", List.of(stranger))));
    assertThat(told).contains("2 tracks", "left out: 1", "'Mood Sad': none");
    assertThat(crates.fill(List.of(rock))).contains("Genre Rock-Pop (Tonearm) 2.crate");
    assertThat(contents(serato)).containsAllEntriesOf(before).hasSize(before.size() + 2);
    assertThat(host().at(serato).listing().orElseThrow().playlists())
        .contains(
            new HostPlaylist(List.of(), "Genre Rock-Pop (Tonearm)", List.of(0, 2)),
            new HostPlaylist(List.of(), "Genre Rock-Pop (Tonearm) 2", List.of(0, 2)));
    byte[] expected =
        Chunk.bytes(
            List.of(
                Chunk.text("vrsn", "1.0/Serato ScratchLive Crate"),
                Chunk.of("otrk", List.of(Chunk.text("ptrk", "songs/a b.mp3"))),
                Chunk.of("otrk", List.of(Chunk.text("ptrk", "x.ogg")))));
    assertThat(serato.resolve("Subcrates/Genre Rock-Pop (Tonearm).crate"))
        .hasBinaryContent(expected);
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // it can't be interrupted
  void shortensLongNamesOfCrates() throws IOException, HostException {
    Path drive = drive();
    Path serato = drive.resolve("_Serato_");
    Crate wide = new Crate("a" + "\uD83C\uDFB5".repeat(100), List.of(drive.resolve("x.ogg")));
    String shortened = "a" + "\uD83C\uDFB5".repeat(49) + " (Tonearm)";
    HostCrates crates = host().at(serato).crates().orElseThrow();
    assertThat(crates.fill(List.of(wide))).contains(shortened + ".crate");
    assertThat(crates.fill(List.of(wide))).contains(shortened + " 2.crate");
    assertThat(host().at(serato).listing().orElseThrow().playlists())
        .extracting(HostPlaylist::name)
        .contains(shortened, shortened + " 2");
  }

  /** Serato finds a track by the very name that its database has for it. */
  @Test
  void namesTracksInCratesAsTheDatabaseDoes() throws IOException, HostException {
    Path drive = drive();
    Path serato = drive.resolve("_Serato_");
    Files.createSymbolicLink(drive.resolve("link"), drive.resolve("songs"));
    Files.write(
        serato.resolve("database V2"),
        Chunk.bytes(
            List.of(
                Chunk.text("vrsn", "2.0/Serato Scratch LIVE Database"),
                Chunk.of("otrk", List.of(Chunk.text("pfil", "link/a b.mp3"))))));
    Path unknown = Files.writeString(drive.resolve("unknown.mp3"), "x");
    Crate rock = new Crate("Rock", List.of(drive.resolve("songs/a b.mp3"), unknown));
    String told = host().at(serato).crates().orElseThrow().fill(List.of(rock));
    assertThat(told).contains("1 track;", "left out: 1");
    assertThat(serato.resolve("Subcrates/Rock (Tonearm).crate"))
        .hasBinaryContent(
            Chunk.bytes(
                List.of(
                    Chunk.text("vrsn", "1.0/Serato ScratchLive Crate"),
                    Chunk.of("otrk", List.of(Chunk.text("ptrk", "link/a b.mp3"))))));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void letsOthersReadNewCratesAsAnyNewFile() throws IOException, HostException {
    Path drive = drive();
    Path subcrates = drive.resolve("_Serato_/Subcrates");
    Crate rock = new Crate("Rock", List.of(drive.resolve("x.ogg")));
    host().at(subcrates.getParent()).crates().orElseThrow().fill(List.of(rock));
    Path plain = Files.writeString(drive.resolve("plain"), "x");
    assertThat(Files.getPosixFilePermissions(subcrates.resolve("Rock (Tonearm).crate")))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void looksBeforehandWhetherCratesCanBeWritten() throws IOException, HostException {
    Path serato = drive().resolve("_Serato_");
    HostCrates crates = host().at(serato).crates().orElseThrow();
    List<Path> before = AudioBelow.of(serato);
    crates.check();
    assertThat(AudioBelow.of(serato)).isEqualTo(before);
    Files.move(serato.resolve("Subcrates"), elsewhere.resolve("away"));
    crates.check();
    assertThat(serato.resolve("Subcrates")).doesNotExist();
    Files.writeString(serato.resolve("Subcrates"), "a file");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(crates::check)
        .satisfies(e -> assertThat(e.code()).isEqualTo("target-io"));
  }

  @Test
  void passesOverSingleBrokenCrates() throws IOException, HostException {
    Path serato = drive().resolve("_Serato_");
    Path subcrates = serato.resolve("Subcrates");
    Files.writeString(subcrates.resolve("Empty.crate"), "");
    Files.write(subcrates.resolve("Cut.crate"), new byte[] {'v', 'r', 's', 'n', 0, 0, 1});
    HostListing listing = host().at(serato).listing().orElseThrow();
    assertThat(listing.entries()).hasSize(3);
    assertThat(listing.playlists()).extracting(HostPlaylist::name).containsOnly("Friday", "Late");
    List<String> told = new ArrayList<>();
    assertThat(
            host()
                .at(serato)
                .tracks(
                    new TrackRequest(
                        List.of(),
                        List.of(),
                        List.of(),
                        problem -> told.add(problem.error().getMessage()))))
        .isNotEmpty();
    assertThat(told).anyMatch(text -> text.contains("Empty.crate"));
    assertThat(told).anyMatch(text -> text.contains("Cut.crate"));
    assertThat(host().at(serato).library().reason()).contains("2 broken files");
    assertThat(host().at(serato).hazards())
        .anyMatch(hazard -> hazard.message().contains("Cut.crate"));
    Files.delete(serato.resolve("database V2"));
    for (Path crate : AudioBelow.of(subcrates)) {
      Files.writeString(crate, "");
    }
    assertThatExceptionOfType(HostException.class).isThrownBy(() -> host().at(serato).listing());
  }

  @Test
  void refusesFilesThatAreTooLargeToBeSeratos() throws IOException {
    Path serato = drive().resolve("_Serato_");
    Path database = serato.resolve("database V2");
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      file.setLength(512L * 1024 * 1024 + 1);
      file.writeBytes("vrsn");
      file.writeInt(-1);
    }
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().at(serato).listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo("library-malformed"))
        .withMessageContaining("512 MiB");
  }

  @Test
  void refusesWhileSeratoRuns() throws IOException {
    Path serato = drive().resolve("_Serato_");
    for (String program : List.of("serato dj pro", "serato")) {
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> host(program).at(serato).crates().orElseThrow().fill(List.of()))
          .satisfies(e -> assertThat(e.code()).isEqualTo("host-running"));
    }
  }

  @Test
  void refusesBrokenFiles() throws IOException {
    Path serato = drive().resolve("_Serato_");
    Path database = serato.resolve("database V2");
    byte[] whole = Files.readAllBytes(database);
    for (int length : new int[] {whole.length - 1, whole.length / 2, 3}) {
      Files.write(database, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(HostException.class)
          .isThrownBy(() -> host().at(serato).listing())
          .satisfies(e -> assertThat(e.code()).isEqualTo("library-malformed"))
          .withMessageContaining("database V2");
    }
    Files.writeString(database, "");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> host().at(serato).listing())
        .satisfies(e -> assertThat(e.code()).isEqualTo("other-library"));
  }

  private static Map<Path, byte[]> contents(Path folder) throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    for (Path file : AudioBelow.of(folder)) {
      contents.put(file, Files.readAllBytes(file));
    }
    return contents;
  }
}
