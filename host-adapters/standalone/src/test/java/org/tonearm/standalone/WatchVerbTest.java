package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class WatchVerbTest {
  @TempDir Path temp;

  @Test
  @Timeout(120)
  void tagsWhatIsThereAndWhatComesAndTellsOfItself() throws Exception {
    Path music = temp.resolve("music");
    Path first = FakeFile.make(music.resolve("a.mp3"), 30, "jazz");
    Files.createDirectories(temp.resolve("data"));
    Bench watching = new Bench(temp.resolve("data"));
    Bench asking = new Bench(temp.resolve("data"));
    assertThat(asking.run("watch", "--status")).isEqualTo(ExitCode.SOME_FAILED);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> watching.run("watch", "--settle", "1s", "--poll", "1", music));
    until(first);
    Path second = FakeFile.make(music.resolve("deep/b.mp3"), 31, "rock");
    until(second);
    assertThat(asking.run("watch", music)).isEqualTo(ExitCode.PASSING);
    assertThat(asking.err()).contains("already");
    while (!asking.out().contains("2 written")) {
      asking.run("watch", "--status");
      Thread.sleep(100);
    }
    assertThat(asking.out()).contains("A watch is running", "every 1 s (as asked)");
    watching.cancellation.request();
    assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(asking.run("watch", "--status")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(asking.out()).contains("No watch is running", "ended");
    assertThat(asking.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(first)).hasSize(3);
    assertThat(FakeFile.lines(second)).hasSize(1);
  }

  @Test
  @Timeout(120)
  void whatTheUserTookBackStaysSo() throws Exception {
    Path music = temp.resolve("music");
    Path first = FakeFile.make(music.resolve("a.mp3"), 30, "jazz");
    Files.createDirectories(temp.resolve("data"));
    Bench watching = new Bench(temp.resolve("data"));
    Bench asking = new Bench(temp.resolve("data"));
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> watching.run("watch", "--settle", "1s", "--poll", "1", music));
    until(first);
    assertThat(asking.run("undo", "--last")).isEqualTo(ExitCode.GOOD);
    // Whatever comes later is tagged; by then the watch has met the file that was put back.
    for (String later : List.of("b.mp3", "c.mp3")) {
      until(FakeFile.make(music.resolve(later), 31, "rock"));
    }
    assertThat(FakeFile.lines(first)).hasSize(1);
    watching.cancellation.request();
    assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  @Timeout(120)
  void whatWasMovedBeforeItWasTakenBackStaysSo() throws Exception {
    Path music = temp.resolve("music");
    Path first = FakeFile.make(music.resolve("a.mp3"), 30, "jazz");
    Files.createDirectories(temp.resolve("data"));
    Bench watching = new Bench(temp.resolve("data"));
    Bench asking = new Bench(temp.resolve("data"));
    assertThat(asking.run("tag", first)).isEqualTo(ExitCode.GOOD);
    Path moved = Files.move(first, music.resolve("moved.mp3"));
    assertThat(asking.run("undo", "--last", "--search", music)).isEqualTo(ExitCode.GOOD);
    assertThat(FakeFile.lines(moved)).hasSize(1);
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(
            () -> watching.run("watch", "--settle", "1s", "--poll", "1", music));
    for (String later : List.of("b.mp3", "c.mp3")) {
      until(FakeFile.make(music.resolve(later), 31, "rock"));
    }
    assertThat(FakeFile.lines(moved)).hasSize(1);
    watching.cancellation.request();
    assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void whatMayPassEndsItWithACodeOfItsOwn() throws Exception {
    Path music = Files.createDirectories(temp.resolve("music"));
    Path data = Files.writeString(temp.resolve("data"), "in the way");
    Bench bench = new Bench(data);
    assertThat(bench.run("watch", music)).isEqualTo(75);
    assertThat(bench.err()).contains("watch can't be made", "TONEARM_HOME");
    Files.delete(data);
    assertThat(bench.run("watch", "--settle", "soon", music)).isEqualTo(ExitCode.WRONG_USE);
  }

  @Test
  void refusesWhatCannotBe() throws Exception {
    Bench bench = new Bench(temp.resolve("data"));
    assertThat(bench.run("watch")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("Give the folders");
    Path file = FakeFile.make(temp.resolve("a.mp3"), 30, "jazz");
    assertThat(bench.run("watch", file)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("is a file");
    assertThat(bench.run("watch", "--quiet-hours", "night", temp)).isEqualTo(ExitCode.WRONG_USE);
    assertThat(bench.err()).contains("--quiet-hours");
    for (Object[] wrong :
        List.of(new Object[] {"--settle", "soon"}, new Object[] {"--poll", "often"})) {
      assertThat(bench.run("watch", wrong[0], wrong[1], temp)).isEqualTo(ExitCode.WRONG_USE);
    }
  }

  /** Until a file has both tags; the test's time limit ends it if it never has. */
  private static void until(Path file) throws Exception {
    while (FakeFile.lines(file).size() < 3) {
      Thread.sleep(50);
    }
  }
}
