package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;

/** While another run writes. */
final class TurnTest {
  @TempDir Path temp;
  private Path song;
  private List<String> before;
  private Bench bench;
  private RunLock other;

  @BeforeEach
  void anotherRunWrites() throws Exception {
    song = FakeFile.make(temp.resolve("music/song.mp3"), 30, "jazz", "genre=Unknown");
    before = FakeFile.lines(song);
    bench = new Bench(temp.resolve("data"));
    Waiting refused = Waiting.telling(false, sentence -> {}, () -> false);
    other = RunLock.take(temp.resolve("data"), "tonearm tag elsewhere", refused);
  }

  @AfterEach
  void itEnds() {
    other.close();
  }

  @Test
  void aRunThatIsNotToWaitIsRefused() throws IOException {
    for (Object[] command : new Object[][] {{"tag", "--no-wait", song}, {"undo", "--no-wait"}}) {
      assertThat(bench.run(command)).isEqualTo(ExitCode.WRONG_USE);
      assertThat(bench.err())
          .contains("Another run is writing (process " + ProcessHandle.current().pid())
          .contains("tonearm tag elsewhere");
    }
    assertThat(FakeFile.lines(song)).isEqualTo(before);
  }

  @Test
  void oneThatWaitsSaysSoAndCanBeLeft() throws IOException {
    bench.cancellation.request();
    assertThat(bench.run("tag", song)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.run("undo")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.run("history", "--salvage")).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(FakeFile.lines(song)).isEqualTo(before);
  }

  @Test
  void aDryRunWaitsForNobody() {
    assertThat(bench.run("tag", "--dry-run", song)).isEqualTo(ExitCode.GOOD);
    assertThat(bench.run("undo", "--dry-run")).isEqualTo(ExitCode.GOOD);
  }

  @Test
  void whenTheOtherIsDoneItGoesOn() throws IOException {
    other.close();
    assertThat(bench.run("tag", "--no-wait", song)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(song)).isNotEqualTo(before);
    assertThat(bench.run("undo", "--no-wait")).isEqualTo(ExitCode.GOOD);
  }
}
