package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderOrderTest {
  @TempDir Path folder;

  @Test
  void filesOfAFolderStandTogetherAsTheyWereNamed() {
    assertThat(ordered("a/2.mp3", "b/1.mp3", "a/1.mp3", "x.mp3", "b/0.mp3"))
        .containsExactly("x.mp3", "a/2.mp3", "a/1.mp3", "b/1.mp3", "b/0.mp3");
  }

  @Test
  void aFolderStandsBeforeWhatWasNamedWithinIt() throws Exception {
    Files.createDirectories(folder.resolve("a/sub"));

    assertThat(ordered("a/sub/2.mp3", "a/1.mp3", "b/1.mp3", "a", "a/sub", "a/2.mp3"))
        .containsExactly("a", "a/1.mp3", "a/2.mp3", "a/sub", "a/sub/2.mp3", "b/1.mp3");
  }

  private List<String> ordered(String... names) {
    List<Path> places = Stream.of(names).map(folder::resolve).toList();
    return FolderOrder.of(places).stream()
        .map(place -> folder.relativize(place).toString().replace('\\', '/'))
        .toList();
  }
}
