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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** plan, show and apply. */
final class PlanVerbsTest {
  @TempDir Path temp;
  private Path music;
  private Path plan;
  private Path song;
  private Path other;
  private Bench bench;

  @BeforeEach
  void makeMusic() throws IOException {
    music = Files.createDirectory(temp.resolve("music"));
    plan = temp.resolve("plan.json");
    song = FakeFile.make(music.resolve("a song.mp3"), 30, "jazz", "cue=1");
    other = FakeFile.make(music.resolve("other.mp3"), 30, "rock", "mood=Calm");
    FakeFile.make(music.resolve("short.mp3"), 1, "rock");
    bench = new Bench(temp.resolve("data"));
  }

  @Test
  void writesWhatWasPlannedAndNothingBefore() throws IOException {
    List<String> before = FakeFile.lines(song);
    assertThat(bench.run("plan", music, "-o", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("2 of 3 tracks would be changed", "tonearm apply");
    assertThat(FakeFile.lines(song)).isEqualTo(before);
    assertThat(temp.resolve("data/journal.db")).doesNotExist();

    assertThat(bench.run("apply", plan, "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).isEqualTo(before);

    assertThat(bench.run("apply", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("To take this back: tonearm undo");
    assertThat(FakeFile.lines(song)).contains("genre=Jazz", "cue=1");
    assertThat(FakeFile.lines(other)).contains("genre=Rock", "mood=Calm");

    assertThat(bench.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).isEqualTo(before);
  }

  @Test
  void refusesFilesThatWereChangedSince() throws IOException {
    bench.run("plan", music, "-o", plan);
    FakeFile.make(song, 30, "jazz", "cue=2");
    List<String> changed = FakeFile.lines(song);
    Files.delete(other);
    assertThat(bench.run("apply", plan, "--json")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.json())
        .extracting(track -> track.at("/error/code").asText())
        .containsExactlyInAnyOrder("changed-since-plan", "missing");
    assertThat(FakeFile.lines(song)).isEqualTo(changed);
    assertThat(other).doesNotExist();
  }

  @Test
  void appliesOnlyWhatTheFilterLetsPass() throws IOException {
    bench.run("plan", music, "-o", plan);
    assertThat(bench.run("apply", plan, "--field", "genre", "--value", "ROCK"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(other)).contains("genre=Rock");
    assertThat(FakeFile.lines(song)).noneMatch(line -> line.startsWith("genre="));
    assertThat(bench.run("apply", plan, "--path", "a*.mp3", "--field", "mood")).isZero();
    assertThat(FakeFile.lines(song))
        .anyMatch(line -> line.startsWith("mood="))
        .noneMatch(line -> line.startsWith("genre="));
  }

  @Test
  void takesUpAPlanThatIsWrittenInPartAlready() throws IOException {
    bench.run("plan", music, "-o", plan);
    bench.run("apply", plan, "--field", "genre");
    List<String> withGenre = FakeFile.lines(song);

    assertThat(bench.run("apply", plan, "--dry-run")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("apply", plan, "--field", "mood")).isEqualTo(ExitCode.GOOD);
    List<String> whole = FakeFile.lines(song);
    assertThat(whole)
        .containsAll(withGenre)
        .contains("genre=Jazz")
        .anyMatch(l -> l.startsWith("mood="));
    assertThat(bench.run("apply", plan, "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).extracting(t -> t.get("status").asText()).containsOnly("unchanged");
    assertThat(FakeFile.lines(song)).isEqualTo(whole);
  }

  @Test
  void aPlanWrittenInPartLeavesAloneWhatSomebodyChangedSince() throws IOException {
    bench.run("plan", music, "-o", plan);
    bench.run("apply", plan, "--field", "genre");
    FakeFile.make(song, 30, "jazz", "cue=2", "genre=Jazz");
    FakeFile.make(other, 30, "rock", "mood=Sad", "genre=Mine");
    List<String> changed = FakeFile.lines(song);

    assertThat(bench.run("apply", plan, "--json")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.json())
        .extracting(track -> track.at("/error/code").asText())
        .containsOnly("changed-since-plan")
        .hasSize(2);
    assertThat(FakeFile.lines(song)).isEqualTo(changed);
  }

  @Test
  void aPlanOfNoTracksTakesThePlaceOfAnOlderOne() throws IOException {
    bench.run("plan", music, "-o", plan);
    Path empty = Files.createDirectory(temp.resolve("not mounted"));
    assertThat(bench.run("plan", empty, "-o", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("apply", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("nothing to write");
    assertThat(FakeFile.lines(song)).noneMatch(line -> line.startsWith("genre="));

    bench.run("plan", music, "-o", plan);
    byte[] older = Files.readAllBytes(plan);
    assertThat(bench.run("plan", temp.resolve("mistyped"), "-o", plan)).isNotZero();
    assertThat(plan).hasBinaryContent(older);
  }

  @Test
  void tracksThatFailedAreInThePlan() throws IOException {
    Files.writeString(music.resolve("broken.mp3"), "no music at all");
    assertThat(bench.run("plan", music, "-o", plan)).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.run("show", plan, "--status", "failed", "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).hasSize(1);
    assertThat(bench.json().get(0).get("path").asText()).endsWith("broken.mp3");
    assertThat(bench.json().get(0).at("/error/code").asText()).isNotEmpty();
  }

  @Test
  void leavesFieldsAloneThatWereProtectedSinceThePlan() throws IOException {
    bench.run("plan", music, "-o", plan);
    List<String> before = FakeFile.lines(other);
    Files.writeString(temp.resolve("data/tonearm.toml"), "[tagging]\nprotected = [\"genre\"]\n");

    for (String dry : List.of("--dry-run", "--json")) {
      assertThat(bench.run("apply", plan, dry)).isEqualTo(ExitCode.GOOD);
      assertThat(bench.err()).contains("tagging.protected", "genre").doesNotContain("mood");
      assertThat(bench.out()).doesNotContain("Jazz", "Rock");
    }

    assertThat(FakeFile.lines(other)).isEqualTo(before);
    assertThat(FakeFile.lines(song))
        .anyMatch(line -> line.startsWith("mood="))
        .noneMatch(line -> line.startsWith("genre="));
    assertThat(bench.run("apply", plan, "--field", "genre")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("tagging.protected", "nothing to write");
  }

  @Test
  void showsBeforeAndAfterAndWhyOthersAreLeftAlone() throws IOException {
    bench.run("plan", music, "-o", plan);
    assertThat(bench.run("show", plan)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("- genre  (none)", "+ genre  Jazz  0.80", "2  tracks")
        .doesNotContain("short.mp3");
    assertThat(bench.run("show", plan, "--status", "abstained")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("short.mp3", "[too-short]").doesNotContain("a song.mp3");
    assertThat(bench.run("show", plan, "--min-score", "0.99")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("0  tracks");
    assertThat(bench.run("show", plan, "--json", "--path", "other*")).isEqualTo(ExitCode.GOOD);
    JsonNode track = bench.json().get(0);
    assertThat(track.at("/changes/0/after/0").asText()).isEqualTo("Rock");
    assertThat(bench.json()).hasSize(1);
  }

  @Test
  void refusesAPlanThatIsDamagedBeforeItWritesAnything() throws IOException {
    bench.run("plan", music, "-o", plan);
    String whole = Files.readString(plan);
    Files.writeString(plan, whole.substring(0, whole.length() - 60));
    List<String> before = FakeFile.lines(song);
    assertThat(bench.run("apply", plan)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("plan.json", "damaged", "Make the plan again");
    assertThat(FakeFile.lines(song)).isEqualTo(before);
    Files.writeString(plan, whole.replace("\"version\":1", "\"version\":99"));
    assertThat(bench.run("show", plan)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("newer version");
    assertThat(bench.run("show", temp.resolve("nowhere.json"))).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("no such plan");
    assertThat(bench.run("apply", song)).isEqualTo(ExitCode.WRONG_USE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--skip-hardlinks", "--break-hardlinks", "--allow-attribute-loss"})
  void whatOnlyApplyCanHeedIsNotTakenByPlan(String option) {
    assertThat(bench.run("plan", option, music, "-o", plan)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains(option);
    assertThat(plan).doesNotExist();
    bench.run("plan", music, "-o", plan);
    assertThat(bench.run("apply", option, plan)).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void leavesNoPlanWhereItCannotBeWritten() {
    assertThat(bench.run("plan", music, "-o", temp.resolve("nowhere/plan.json")))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("could not be written", "--output");
  }
}
