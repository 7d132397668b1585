package org.tonearm.model.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;

class ManifestsTest {
  @TempDir Path folder;

  @Test
  void aClipOfTwoManifestsCarriesTheColumnsOfBothAndTheFirstCounts() throws Exception {
    Files.createDirectories(folder.resolve("set/audio"));
    Files.writeString(folder.resolve("set/audio/a.opus"), "x");
    Path top = folder.resolve("genre.csv");
    Files.writeString(
        top, "path,genre,group,dataset,duration_s\nset/audio/a.opus,jazz,artist:x,set,30.5\n");
    Path own = folder.resolve("set/manifest.csv");
    Files.writeString(
        own, "path,genre,moods,group\nset/audio/a.opus,pop,\"Happy; \"\"Sly\"\"\",other\n");
    List<Clip> clips = new Manifests(List.of(top, own)).clips();
    assertThat(clips).hasSize(1);
    Clip clip = clips.get(0);
    assertThat(clip.column("genre")).isEqualTo("jazz");
    assertThat(clip.column("moods")).isEqualTo("Happy; \"Sly\"");
    assertThat(clip.group()).isEqualTo("artist:x");
    assertThat(clip.seconds()).isEqualTo(30.5);
    assertThat(clip.path()).isEqualTo(folder.resolve("set/audio/a.opus"));
  }

  @Test
  void namesTheLineOfAMissingFileAndAMissingColumn() throws Exception {
    Path csv = folder.resolve("m.csv");
    Files.writeString(csv, "path,group\nnowhere.opus,g\n");
    assertThatThrownBy(() -> new Manifests(List.of(csv)).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("nowhere.opus");
    Files.writeString(csv, "path,genre\n");
    assertThatThrownBy(() -> new Manifests(List.of(csv)).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"group\"");
  }
}
