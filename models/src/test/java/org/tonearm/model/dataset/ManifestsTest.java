package org.tonearm.model.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void withoutAColumnTheDataSetIsTheFirstFolderOfThePathOrElseTheManifests() throws Exception {
    Path set = Files.createDirectories(folder.resolve("music/set"));
    Path audio = Files.writeString(set.resolve("a.opus"), "x");
    Files.writeString(folder.resolve("music/b.opus"), "x");
    Files.writeString(folder.resolve("c.opus"), "x");
    Path csv = folder.resolve("music/m.csv");
    for (String name : List.of("set/a.opus", "./set/a.opus")) {
      Files.writeString(csv, "path,group\n" + name + ",g\n");
      assertThat(new Manifests(List.of(csv)).clips())
          .extracting(Clip::dataset)
          .containsExactly("set");
    }
    for (String name : List.of("b.opus", "../c.opus", audio.toString())) {
      Files.writeString(csv, "path,group\n" + name + ",g\n");
      assertThat(new Manifests(List.of(csv)).clips())
          .extracting(Clip::dataset)
          .containsExactly("music");
    }
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

  @Test
  void emptyLinesAndTheMarkOfASpreadsheetAreNothing() throws Exception {
    Files.writeString(folder.resolve("a.opus"), "x");
    Path csv = folder.resolve("m.csv");
    Files.writeString(csv, "\uFEFFpath,group,genre\r\n\r\na.opus,g,jazz\r\n,,\r\n\r\n");
    assertThat(new Manifests(List.of(csv)).clips()).extracting(Clip::id).containsExactly("a.opus");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.opus,g,3:45,|line 2|duration_s is \"3:45\"",
        "a.opus,g,30,loud|line 2|arousal is \"loud\"",
        "a.opus,g,30,5.5|line 2|arousal is \"5.5\", which is not from -1 to 1",
        "a.opus,g,-1,0.5|line 2|duration_s is \"-1\", which is below 0",
        "a.opus,g,NaN,|line 2|duration_s is \"NaN\"",
        "a.opus,\"g\"x,30,|line: 2|is no table",
        "a.opus,\"g,30,|line 2|is no table",
        ",g,30,|line 2|no path",
        ".,g,30,|line 2|no file"
      })
  void namesTheLineOfWhatCanNotBeRead(String row, String line, String fault) throws Exception {
    Files.writeString(folder.resolve("a.opus"), "x");
    Path csv = folder.resolve("m.csv");
    Files.writeString(csv, "path,group,duration_s,arousal\n" + row + "\n");
    assertThatThrownBy(() -> new Manifests(List.of(csv)).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("m.csv", line, fault);
  }

  @Test
  void namesTheLineOfANameThatNoFileCanHave() throws Exception {
    Path csv = folder.resolve("m.csv");
    Files.writeString(csv, "path,group\na\0.opus,g\n");
    assertThatThrownBy(() -> new Manifests(List.of(csv)).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("m.csv", "line 2", "can be called");
  }

  @Test
  void namesTheLineOfALetterThatIsNotUtf8() throws Exception {
    Path csv = folder.resolve("m.csv");
    Files.write(csv, "path,group\nbjörk.opus,g\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new Manifests(List.of(csv)).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("m.csv", "line 2", "UTF-8");
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    List<Path> manifests = new ArrayList<>();
    for (String set : List.of("one", "two")) {
      Files.createDirectories(folder.resolve(set));
      Files.writeString(folder.resolve(set).resolve("01.mp3"), set);
      manifests.add(folder.resolve(set).resolve("m.csv"));
      Files.writeString(folder.resolve(set).resolve("m.csv"), "path,group\n01.mp3,g\n");
    }
    assertThatThrownBy(() -> new Manifests(manifests).clips())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("one/01.mp3", "two/01.mp3");
    for (String set : List.of("one", "two")) {
      Files.writeString(folder.resolve(set).resolve("m.csv"), "path,group\n" + set + "/01.mp3,g\n");
    }
    assertThat(new Manifests(manifests).clips())
        .extracting(Clip::id)
        .containsExactly("one/01.mp3", "two/01.mp3");
  }
}
