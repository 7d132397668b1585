package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigVerbTest {
  @TempDir Path temp;
  private Path file;
  private Bench bench;

  @BeforeEach
  void makeBench() throws IOException {
    file = Files.createDirectories(temp.resolve("data")).resolve("tonearm.toml");
    bench = new Bench(temp.resolve("data"));
  }

  @Test
  void showsEverySettingAndWhoSetIt() throws IOException {
    assertThat(bench.run("config")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains(file + " (not there: defaults hold)");
    Files.writeString(file, "[tagging]\npolicy = \"merge\"\n");
    assertThat(bench.run("config")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "tagging.policy = \"merge\" # " + file + ":2",
            "thresholds.replace-genre = 0.8 # default");
  }

  @Test
  void tellsTheSameInJson() throws IOException {
    Files.writeString(file, "[moods]\nQ1 = \"energetic\"\n");
    assertThat(bench.run("config", "--json")).isEqualTo(ExitCode.GOOD);
    JsonNode all = bench.json().get(0);
    assertThat(all.get("file").asText()).isEqualTo(file.toString());
    assertThat(all.get("settings"))
        .anySatisfy(
            one -> {
              assertThat(one.get("key").asText()).isEqualTo("moods.Q1");
              assertThat(one.get("value").asText()).isEqualTo("\"energetic\"");
              assertThat(one.get("origin").asText()).isEqualTo("file");
              assertThat(one.get("line").asInt()).isEqualTo(2);
            });
  }

  @Test
  void theExampleIsRight() throws IOException {
    assertThat(bench.run("config", "--example")).isEqualTo(ExitCode.GOOD);
    Path example = Files.writeString(temp.resolve("example.toml"), bench.out());
    assertThat(bench.run("config", "--check", example)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("all well");
  }

  @Test
  void everyVerbThatUsesItRefusesAFaultyFileWithAllItsFaults() throws IOException {
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz");
    Files.writeString(file, "[tagging]\npolicy = \"x\"\n[listening]\njops = 2\n");
    for (List<Object> command :
        List.<List<Object>>of(
            List.of("tag", song),
            List.of("analyze", song),
            List.of("plan", song, "-o", temp.resolve("plan.json")),
            List.of("config"),
            List.of("config", "--check"))) {
      assertThat(bench.run(command.toArray())).as("%s", command).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err())
          .contains(
              file + ":2: tagging.policy = \"x\"",
              file + ":4: listening.jops = 2: there is no such setting",
              "did you mean listening.jobs?",
              "config --example");
    }
    assertThat(FakeFile.lines(song)).hasSize(1);
  }

  @Test
  void aNamedFileThatIsMissingIsWrongUse() {
    assertThat(bench.run("config", "--config", temp.resolve("none.toml"))).isEqualTo(2);
    assertThat(bench.err()).contains("none.toml", "no such file");
  }

  @Test
  void tagFollowsTheFileAndOptionsPrevail() throws IOException {
    Path song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz", "mood=Nothing here");
    Path mine =
        Files.writeString(
            temp.resolve("mine.toml"),
            """
            [taxonomy]
            placeholders = ["Nothing here"]
            [taxonomy.aliases]
            Jazz = "Swing music"
            [moods]
            Q1 = "energetic"
            [thresholds]
            min-genre = 0.9
            [thresholds.genre]
            Jazz = 0.75
            """);
    assertThat(bench.run("tag", "--config", mine, song)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("genre=Swing music", "mood=energetic");

    Path other = FakeFile.make(temp.resolve("music/other.mp3"), 30, "rock");
    assertThat(bench.run("tag", "--config", mine, other)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(other)).noneMatch(line -> line.startsWith("genre="));
    assertThat(bench.run("tag", "--config", mine, "--min-genre", "0.6", other))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(other)).contains("genre=Rock");
  }

  @Test
  void protectedFieldsStay() throws IOException {
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz");
    Files.writeString(file, "[tagging]\nprotected = [\"genre\"]\n");
    assertThat(bench.run("tag", song)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).contains("mood=Happy").noneMatch(l -> l.startsWith("genre="));
  }

  @Test
  void saysWhatTheWhitelistKeptOut() throws IOException {
    Path song = FakeFile.make(temp.resolve("song.mp3"), 30, "jazz");
    Files.writeString(file, "[taxonomy]\nwhitelist = [\"Rock\"]\n");
    assertThat(bench.run("tag", "--json", "--fields", "genre", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json().get(0).at("/warnings/0").asText())
        .contains("Jazz", "not on the whitelist");
  }
}
