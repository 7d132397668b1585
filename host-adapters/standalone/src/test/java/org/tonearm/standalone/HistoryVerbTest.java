package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryVerbTest {
  @TempDir Path temp;
  private Path one;
  private Path two;
  private Bench bench;

  @BeforeEach
  void tagTwice() throws IOException {
    Path music = temp.toRealPath().resolve("music");
    one = FakeFile.make(music.resolve("one.mp3"), 30, "jazz", "genre=Polka");
    two = FakeFile.make(music.resolve("two.mp3"), 31, "rock");
    bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("tag", "--fields", "mood", music)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("tag", "--fields", "genre", "--policy", "replace", one))
        .isEqualTo(ExitCode.GOOD);
  }

  @Test
  void showsTheFilesOfARun() {
    assertThat(bench.run("history", "1")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains(one + "  (done)", two + "  (done)", "mood  (none) -> Happy")
        .doesNotContain("genre");
    assertThat(bench.run("history", "9")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("there is no run 9");
  }

  @Test
  void aListThatIsGivenUpEndsAtOnce() throws IOException {
    Path plan = temp.resolve("plan.json");
    Path fresh = FakeFile.make(temp.resolve("music/fresh.mp3"), 32, "jazz");
    assertThat(bench.run("plan", fresh, "-o", plan)).isEqualTo(ExitCode.GOOD);
    bench.cancellation.request();
    assertThat(bench.run("history", "1")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.out()).isEmpty();
    assertThat(bench.run("show", plan)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.out()).isEmpty();
  }

  @Test
  void showsTheChangesOfAFileOverAllRuns() throws IOException {
    Path moved = Files.move(one, one.resolveSibling("moved.mp3"));
    for (Path name : List.of(one, moved)) {
      assertThat(bench.run("history", "--file", name)).isEqualTo(ExitCode.GOOD);
      assertThat(bench.out())
          .contains("genre  Polka -> Jazz", "mood  (none) -> Happy", "(run 2, ")
          .doesNotContain(two.toString());
    }
    assertThat(bench.run("history", "--file", temp.resolve("none.mp3"))).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("No run has written to");
  }

  @Test
  void tellsItInJson() throws IOException {
    assertThat(bench.run("history", "--json")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.json()).extracting(run -> run.get("run").asInt()).containsExactly(2, 1);
    assertThat(bench.json().get(1).get("done").asInt()).isEqualTo(2);
    assertThat(bench.run("history", "2", "--json")).isEqualTo(ExitCode.GOOD);
    JsonNode file = bench.json().get(0);
    assertThat(file.get("path").asText()).isEqualTo(one.toString());
    assertThat(file.get("state").asText()).isEqualTo("done");
    assertThat(file.at("/fields/0/before/0").asText()).isEqualTo("Polka");
    assertThat(file.at("/fields/0/after/0").asText()).isEqualTo("Jazz");
    assertThat(file.at("/fields/0").has("beforeRaw")).isFalse();
  }

  @Test
  void exportsAndPrunes() throws IOException {
    Path export = temp.resolve("history.jsonl");
    assertThat(bench.run("history", "--export", export)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Exported 3 files");
    assertThat(Files.readString(export)).contains("\"beforeRaw\":");
    assertThat(bench.run("history", "--export", export)).isEqualTo(ExitCode.WRONG_USE);

    assertThat(bench.run("history", "--prune", "--older-than", "1d")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Forgot 0 runs");
    assertThat(bench.run("history", "--prune", "--older-than", "0d", "--dry-run"))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Would forget 2 runs with 3 files", "3 files could then no longer");
    assertThat(bench.run("history", "--prune", "--older-than", "0d")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Forgot 2 runs with 3 files");
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("No run has written tags yet.");
    assertThat(FakeFile.lines(one)).contains("genre=Jazz");
  }

  @Test
  void explainsWhatDoesNotGoTogether() {
    for (Object[] wrong :
        new Object[][] {
          {"history", "--prune"},
          {"history", "--older-than", "1d"},
          {"history", "--dry-run"},
          {"history", "--prune", "--older-than", "soon"},
          {"history", "1", "--salvage"},
        }) {
      assertThat(bench.run(wrong)).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err()).contains("tonearm history --help");
    }
  }

  @Test
  void aDamagedJournalIsRefusedAndSalvagedWhenTheUserSaysSo() throws IOException {
    assertThat(bench.run("history", "--salvage")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("The journal is sound");
    try (RandomAccessFile file =
        new RandomAccessFile(temp.resolve("data/journal.db").toFile(), "rw")) {
      file.write(new byte[1000]);
    }
    List<String> before = FakeFile.lines(two);
    assertThat(bench.run("tag", two)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("is damaged", "tonearm history --salvage");
    assertThat(FakeFile.lines(two)).isEqualTo(before);

    assertThat(bench.run("history", "--salvage")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out())
        .contains("Saved 0 runs", "Nothing that was written until now can be undone")
        .contains("journal.db.corrupt-");
    assertThat(bench.run("tag", two)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(two)).contains("genre=Rock");
  }
}
