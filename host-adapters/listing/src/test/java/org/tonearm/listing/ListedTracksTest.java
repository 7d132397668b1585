package org.tonearm.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.api.host.HostEntry;
import org.tonearm.api.host.TrackRequest;

final class ListedTracksTest {
  @TempDir Path folder;

  @Test
  void tracksOfAFolderComeTogetherInTheOrderOfTheLibrary() throws Exception {
    List<Path> library =
        List.of(
            file("b/2.mp3"), file("a/1.mp3"), file("b/1.mp3"), file("a/c/1.mp3"), file("b/3.mp3"));
    TrackRequest all = new TrackRequest(List.of(), List.of(), List.of(), problem -> {});

    try (Stream<Track> tracks =
        new ListedTracks(all, "library")
            .of(library.stream().map(ListedTracksTest::entry).toList())) {
      assertThat(tracks.map(track -> folder.relativize(track.path())))
          .containsExactly(
              Path.of("b/2.mp3"),
              Path.of("b/1.mp3"),
              Path.of("b/3.mp3"),
              Path.of("a/1.mp3"),
              Path.of("a/c/1.mp3"));
    }
  }

  @Test
  void tellsWhatIsMissingBelowAFolderThatIsAskedForByAnotherName() throws Exception {
    file("music/there.mp3");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("music"));
    List<HostEntry> library =
        Stream.of("link/there.mp3", "link/gone.mp3", "link/no/gone.mp3", "elsewhere/gone.mp3")
            .map(name -> entry(folder.resolve(name)))
            .toList();
    List<Path> problems = new ArrayList<>();
    TrackRequest below =
        new TrackRequest(
            List.of(link), List.of(), List.of(), problem -> problems.add(problem.path()));

    try (Stream<Track> tracks = new ListedTracks(below, "library").of(library)) {
      assertThat(tracks.map(Track::path)).containsExactly(link.resolve("there.mp3"));
    }
    assertThat(problems).containsExactly(link.resolve("gone.mp3"), link.resolve("no/gone.mp3"));
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private static HostEntry entry(Path file) {
    return new HostEntry(0, file.toString(), Optional.of(file), Map.of());
  }
}
