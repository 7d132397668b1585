package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.PlannedWrite;
import org.tonearm.tag.journal.TemporaryName;

final class UndoVerbTest {
  @TempDir Path temp;
  private Path one;
  private Path two;
  private Bench bench;

  @BeforeEach
  void tagTwice() throws IOException {
    one = FakeFile.make(temp.resolve("music/one.mp3"), 30, "jazz", "genre=Polka");
    two = FakeFile.make(temp.resolve("music/two.mp3"), 31, "rock");
    bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("tag", "--fields", "mood", temp.resolve("music")))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("tag", "--fields", "genre", "--policy", "replace", one))
        .isEqualTo(ExitCode.GOOD);
  }

  @Test
  void takesAllChangesOfAFileBack() throws IOException {
    assertThat(bench.run("undo", "--path", one)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("(run 2)", "(run 1)", "All runs: put back 2");
    assertThat(FakeFile.lines(one)).contains("genre=Polka").doesNotContain("mood=Happy");
    assertThat(FakeFile.lines(two)).contains("mood=Sad");
    assertThat(bench.run("undo", "--path", one)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("nothing to undo");
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("(an undo)");
  }

  @Test
  void aConfigurationThatCannotBeReadHindersNoUndo() throws IOException {
    Files.write(temp.resolve("data/tonearm.toml"), new byte[] {'#', (byte) 0xE4, '\n'});
    assertThat(bench.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).contains("tonearm.toml can't be read", "does not count here");
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("tag", temp.resolve("music"))).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void leavesFilesWithOtherNamesAloneWhereTheConfigurationSaysSo() throws IOException {
    Files.createLink(temp.resolve("copy.mp3"), one);
    Files.writeString(temp.resolve("data/tonearm.toml"), "[tagging]\nhard-links = \"skip\"\n");
    assertThat(bench.run("undo", "--last")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("[hard-linked]");
    assertThat(Files.isSameFile(one, temp.resolve("copy.mp3"))).isTrue();
    assertThat(bench.run("undo", "--last", "--break-hardlinks")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(one)).contains("genre=Polka");
    assertThat(FakeFile.lines(temp.resolve("copy.mp3"))).doesNotContain("genre=Polka");
  }

  @Test
  void takesWhatLiesInAFolderBackOfOneRun() throws IOException {
    assertThat(bench.run("undo", "1", "--path", temp.resolve("elsewhere")))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Run 1: put back 0");
    assertThat(bench.run("undo", "--last", "--path", temp.resolve("music")))
        .isEqualTo(ExitCode.GOOD);
    assertThat(bench.out()).contains("Run 2: put back 1");
    assertThat(FakeFile.lines(one)).contains("genre=Polka", "mood=Happy");
  }

  @Test
  void findsAMovedFileAndTellsItInJson() throws IOException {
    Files.createDirectories(temp.resolve("new"));
    Path moved = Files.move(one, temp.resolve("new/other name.mp3"));
    assertThat(bench.run("undo", "2")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(bench.out()).contains("[missing]");
    assertThat(bench.run("undo", "2", "--search", temp.resolve("new"), "--json"))
        .isEqualTo(ExitCode.GOOD);
    JsonNode file = bench.json().get(0);
    assertThat(bench.json()).hasSize(1);
    assertThat(file.get("run").asInt()).isEqualTo(2);
    assertThat(file.get("path").asText()).isEqualTo(moved.toRealPath().toString());
    assertThat(file.get("movedFrom").asText()).endsWith("one.mp3");
    assertThat(file.at("/fields/0/outcome").asText()).isEqualTo("restored");
    assertThat(file.at("/fields/0/old/0").asText()).isEqualTo("Polka");
    assertThat(file.get("error").isNull()).isTrue();
    assertThat(FakeFile.lines(moved)).contains("genre=Polka");
  }

  @Test
  void saysWhatWasRecoveredOfARunThatWasCutShort() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Path database = temp.resolve("data/journal.db");
    cutShort(database);
    // As if another process had begun it, which is no more.
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        var statement = connection.createStatement()) {
      statement.execute(
          "UPDATE run SET pid = " + gone.pid() + ", pid_started = 1 WHERE finished IS NULL");
    }
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err())
        .isEqualToIgnoringNewLines("Recovered from a run that was cut short: 1 file put back.");
    assertThat(bench.out()).contains("(cut short)");
    assertThat(bench.run("history")).isEqualTo(ExitCode.GOOD);
    assertThat(bench.err()).isEmpty();
  }

  private void cutShort(Path database) throws IOException, TonearmException {
    try (Journal journal = Journal.open(database)) {
      journal
          .begin("tonearm tag")
          .plan(
              new PlannedWrite(
                  two,
                  TemporaryName.beside(two),
                  FileIdentity.of(two),
                  "hash",
                  TagLayout.UNKNOWN,
                  "fake",
                  TagProfile.DEFAULT,
                  Map.of(TagField.GENRE, FieldState.ABSENT),
                  Map.of(TagField.GENRE, List.of("Rock"))));
    }
  }
}
