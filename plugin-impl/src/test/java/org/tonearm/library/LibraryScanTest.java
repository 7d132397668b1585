package org.tonearm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.host.TrackRequest;

final class LibraryScanTest {
  @TempDir Path folder;
  private final List<TrackRequest.Problem> problems = new ArrayList<>();

  @Test
  void entersFoldersInTheOrderOfNames() throws IOException {
    Path b = file("b.mp3");
    Path a = file("a/z.ogg");
    Path c = file("c/a.flac");
    assertThat(scan(folder)).containsExactly(a, b, c);
  }

  @Test
  void skipsUnknownExtensionsInFoldersButTriesThemWhenNamed() throws IOException {
    file("cover.jpg");
    Path odd = file("odd.xyz");
    Path none = file("noextension");
    Path upper = file("LOUD.MP3");
    assertThat(scan(folder)).containsExactly(upper);
    assertThat(scan(odd, none)).containsExactly(odd, none);
  }

  @Test
  void skipsHiddenFilesAndTemporaryCopies() throws IOException {
    file("._song.mp3");
    file(".tonearm-1-2.mp3");
    file(".hidden/song.mp3");
    Path seen = file("song.mp3");
    assertThat(scan(folder)).containsExactly(seen);
    assertThat(scan(folder.resolve(".hidden"))).hasSize(1);
  }

  @Test
  void givesAFileOnceThoughLinksLeadToItTwice() throws IOException {
    Path song = file("a/song.mp3");
    link("b.mp3", song);
    link("folder", folder.resolve("a"));
    link("a/up", folder);
    assertThat(scan(folder)).containsExactly(song);
    assertThat(scan(folder.resolve("b.mp3"), song)).containsExactly(folder.resolve("b.mp3"));
  }

  @Test
  void prefersAFilesOwnNameToALinkBesideIt() throws IOException {
    Path song = file("song.mp3");
    link("alias.mp3", song);
    assertThat(scan(folder)).containsExactly(song);
    assertThat(scan(folder, song, folder.resolve("alias.mp3"))).containsExactly(song);
  }

  @Test
  void givesALinkWhoseTargetWouldNotBeGivenItself() throws IOException {
    Path store = file("a/.store/0a1b");
    Path odd = file("a/SHA256-0a1b");
    link("a/one.mp3", store);
    link("b/two.mp3", odd);
    assertThat(scan(folder))
        .containsExactly(folder.resolve("a/one.mp3"), folder.resolve("b/two.mp3"));
  }

  @Test
  void givesAFileOnceThoughItIsNamedBeforeAndAfterItsFolder() throws IOException {
    Path song = file("deep/song.mp3");
    Path other = file("deep/other.mp3");
    assertThat(scan(song, folder, folder.resolve("deep"), other)).containsExactly(song, other);
  }

  @Test
  void entersManyFoldersOnceEach() throws IOException {
    for (int i = 0; i < 300; i++) {
      file("f" + i + "/song.mp3");
      link("g" + i, folder.resolve("f" + i));
    }
    assertThat(scan(folder)).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void givesBothNamesOfAHardLink() throws IOException {
    Path song = file("song.mp3");
    Path other = folder.resolve("twin.mp3");
    try {
      Files.createLink(other, song);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "This file system has no hard links.");
    }
    assertThat(scan(folder)).containsExactly(song, other);
  }

  @Test
  void reportsALinkThatLeadsNowhere() throws IOException {
    link("gone.mp3", folder.resolve("nothing"));
    link("gone.txt", folder.resolve("nothing"));
    assertThat(scan(folder)).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path().getFileName().toString()).isEqualTo("gone.mp3");
              assertThat(problem.error().code()).isEqualTo("missing");
            });
  }

  @Test
  void reportsWhatIsMissingAndGoesOn() throws IOException {
    Path song = file("song.mp3");
    assertThat(scan(folder.resolve("none"), song)).containsExactly(song);
    assertThat(problems).extracting(problem -> problem.error().code()).containsExactly("missing");
  }

  @Test
  void advisesToNameTheFolderWhenTheNameArrivedBroken() throws IOException {
    assertThat(scan(folder.resolve("caf\uFFFD.mp3"))).isEmpty();
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.error().remedy()).contains("folder"));
  }

  @Test
  void keepsAPathWhoseBytesAreNoText() throws IOException {
    Path latin1;
    try {
      latin1 = Path.of(URI.create(folder.toUri() + "caf%E9.mp3"));
      Files.createFile(latin1);
    } catch (IllegalArgumentException | FileSystemException e) {
      assumeTrue(false, "This system has no such names.");
      return;
    }
    List<Path> found = scan(folder);
    assertThat(found).containsExactly(latin1);
    assertThat(Files.exists(found.get(0))).isTrue();
  }

  @Test
  void includeReplacesTheKnownExtensionsAndExcludeWins() throws IOException {
    Path odd = file("odd.xyz");
    file("song.mp3");
    file("live song.xyz");
    TrackRequest request =
        new TrackRequest(List.of(folder), List.of("*.xyz"), List.of("live*"), problems::add);
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      assertThat(tracks.map(Track::path)).containsExactly(odd);
    }
  }

  @Test
  void refusesAPatternThatIsNone() {
    TrackRequest request =
        new TrackRequest(List.of(folder), List.of("[a"), List.of(), problems::add);
    assertThatThrownBy(() -> new LibraryScan().tracks(request))
        .isInstanceOf(PatternSyntaxException.class);
  }

  @Test
  void remembersTheArgumentThatLedToATrack() throws IOException {
    file("deep/er/song.mp3");
    TrackRequest request = new TrackRequest(List.of(folder), List.of(), List.of(), problems::add);
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      assertThat(tracks).singleElement().extracting(Track::origin).isEqualTo(folder.toString());
    }
  }

  private List<Path> scan(Path... paths) {
    TrackRequest request = new TrackRequest(List.of(paths), List.of(), List.of(), problems::add);
    try (Stream<Track> tracks = new LibraryScan().tracks(request)) {
      return tracks.map(Track::path).toList();
    }
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private void link(String name, Path target) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    try {
      Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "This file system has no symbolic links.");
    }
  }
}
