package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtherVerbsTest {
  @TempDir Path temp;
  private Path song;
  private Bench bench;

  @BeforeEach
  void makeBench() throws IOException {
    song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz", "genre=Unknown", "cue=1");
    bench = new Bench(temp.resolve("data"));
  }

  @Test
  void undoBringsTheFieldsBack() throws IOException {
    List<String> before = FakeFile.lines(song);
    assertThat(bench.run("tag", "--policy", "replace", song)).isEqualTo(ExitCode.GOOD);
    List<String> tagged = FakeFile.lines(song);
    assertThat(tagged).isNotEqualTo(before);
    assertThat(bench.run("undo", "--last", "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).isEqualTo(tagged);
    assertThat(bench.out()).contains("would put back 1");
    assertThat(bench.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).containsExactlyInAnyOrderElementsOf(before);
    assertThat(bench.run("undo")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("nothing to undo");
  }

  @Test
  void undoLeavesAloneWhatSomebodyChangedSince() throws IOException {
    assertThat(bench.run("tag", "--fields", "mood", song)).isEqualTo(ExitCode.GOOD);
    Files.writeString(song, Files.readString(song).replace("mood=Happy", "mood=Mine"));
    assertThat(bench.run("undo", "1")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("Mine was set by somebody since the run");
    assertThat(FakeFile.lines(song)).contains("mood=Mine");
  }

  @Test
  void undoKnowsOnlyRunsThatAre() {
    assertThat(bench.run("undo", "99")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("99");
    assertThat(bench.run("undo", "1", "--last")).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void onlyWhatIsHeardCanBeChosen() {
    assertThat(bench.run("tag", "--fields", "comment", song)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("genre, mood").doesNotContain("provenance");
  }

  @Test
  void historyListsRuns() {
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("No run has written tags yet.");
    assertThat(bench.run("tag", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("tonearm tag " + song);
  }

  @Test
  void kindsOfGenresAreToldWhereTheyAreAskedFor() throws IOException {
    assertThat(bench.run("analyze", "--json", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).has("subgenre")).isFalse();
    assertThat(bench.run("analyze", "--json", "--subgenres", song)).isEqualTo(ExitCode.GOOD);
    JsonNode track = bench.json().get(0);
    assertThat(track.at("/genre/0/label").asText()).isEqualTo("jazz");
    assertThat(track.at("/subgenre/label").asText()).isEqualTo("bop");
    assertThat(track.at("/subgenre/score").asDouble()).isEqualTo(0.6);
    assertThat(bench.run("analyze", "--subgenres", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("jazz 0.80, rock 0.20   -> bop 0.60");

    Path plan = temp.resolve("plan.json");
    assertThat(bench.run("plan", "--subgenres", song, "-o", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("show", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("+ genre  Bebop  0.60");
    Files.writeString(temp.resolve("data/tonearm.toml"), "[tagging]\nsubgenres = true\n");
    assertThat(bench.run("tag", "--no-subgenres", "--dry-run", "--json", song))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).at("/changes/0/after/0").asText()).isEqualTo("Jazz");
    assertThat(bench.run("tag", song)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Bebop");
  }

  @Test
  void analyzeTellsAllScoresAndNeverWrites() throws IOException {
    List<String> before = FakeFile.lines(song);
    assertThat(bench.run("analyze", "--json", "--timeline", song)).isEqualTo(ExitCode.GOOD);
    JsonNode track = bench.json().get(0);
    assertThat(track.get("status").asText()).isEqualTo("unchanged");
    assertThat(track.get("genre")).hasSize(2);
    assertThat(track.get("changes")).isEmpty();
    assertThat(track.at("/timeline/genre")).hasSize(5);
    assertThat(track.at("/timeline/genre/1/start").asDouble()).isEqualTo(6);
    assertThat(track.at("/timeline/genre/1/end").asDouble()).isEqualTo(12);
    assertThat(track.at("/timeline/mood/4/scores/0/score").asDouble()).isEqualTo(0.8);
    assertThat(FakeFile.lines(song)).isEqualTo(before);
    assertThat(bench.run("analyze", "--timeline", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("jazz 0.80", "0:06 -    0:12");
  }

  @Test
  void modelsListsWhatIsInstalled() throws IOException {
    assertThat(bench.run("models")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("fake-genre-1", "jazz (Jazz)", "fake-mood-1", "Q3 (Sad)");
    assertThat(bench.run("models", "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).hasSize(2);
    assertThat(bench.json().get(0).at("/labels/1").asText()).isEqualTo("rock");
  }

  @Test
  void doctorTellsWhatIsUsedAndWhatIsNot() {
    assertThat(bench.run("doctor")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Java ", "FFmpeg ", "ND4J ", "Graphics card", "fake-genre-1", "MiB free")
        .contains(temp.resolve("data").toString());
    assertThat(temp.resolve("data")).doesNotExist();
  }

  @Test
  void doctorWritesAReportOnceAndWithoutNames() throws IOException {
    Path zip = temp.resolve("report.zip");
    assertThat(bench.run("doctor", "--with-names")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.run("doctor", "--report", zip)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Wrote " + zip, "without names");
    try (ZipFile report = new ZipFile(zip.toFile())) {
      assertThat(report.stream().map(ZipEntry::getName))
          .contains("findings.txt", "versions.txt", "settings.txt", "files.txt");
      for (ZipEntry entry : Collections.list(report.entries())) {
        assertThat(new String(report.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
            .doesNotContain(temp.toString(), System.getProperty("user.home") + "/");
      }
    }
    assertThat(bench.run("doctor", "--report", zip)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("is there already");
  }
}
