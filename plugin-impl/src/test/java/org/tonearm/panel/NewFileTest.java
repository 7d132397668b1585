package org.tonearm.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostException;

class NewFileTest {
  @TempDir private Path folder;

  @Test
  void aTrackChosenByMistakeIsLeftAsItWas() throws Exception {
    Path track = Files.writeString(folder.resolve("song.mp3"), "music");
    assertThatThrownBy(() -> NewFile.save(track, target -> Files.writeString(target, "picture")))
        .isInstanceOfSatisfying(
            HostException.class, e -> assertThat(e.code()).isEqualTo("target-exists"));
    assertThat(track).hasContent("music");
    assertThat(folder.toFile().list()).containsExactly("song.mp3");
  }

  @Test
  void whatCouldNotBeWrittenWholeIsNotThere() throws Exception {
    Path file = folder.resolve("map.png");
    assertThatThrownBy(
            () ->
                NewFile.save(
                    file,
                    target -> {
                      Files.writeString(target, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOfSatisfying(
            HostException.class, e -> assertThat(e.code()).isEqualTo("target-io"))
        .hasMessageContaining("No space left");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatAppearedMeanwhileStays() throws Exception {
    Path file = folder.resolve("map.png");
    assertThatThrownBy(
            () ->
                NewFile.save(
                    file,
                    target -> {
                      Files.writeString(target, "picture");
                      Files.writeString(file, "another's");
                    }))
        .isInstanceOfSatisfying(
            HostException.class, e -> assertThat(e.code()).isEqualTo("target-exists"));
    assertThat(file).hasContent("another's");
  }

  @Test
  void aNewFileIsSaved() throws Exception {
    Path file = folder.resolve("map.png");
    NewFile.save(file, target -> Files.writeString(target, "picture"));
    assertThat(file).hasContent("picture");
    assertThat(folder.toFile().list()).containsExactly("map.png");
  }
}
