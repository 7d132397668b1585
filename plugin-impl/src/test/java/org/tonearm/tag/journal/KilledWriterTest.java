package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagField;

/** Two processes write to one journal, and one of them is killed. */
class KilledWriterTest {
  private static final int KILLS = 3;
  private static final long TURN_NANOS = 20_000_000;

  @TempDir private Path folder;

  /** Replaces a file again and again, and says so. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws Exception {
      Path file = Path.of(args[1]);
      JournalRun run = Journal.open(Path.of(args[0])).begin("there");
      for (int i = 0; ; i++) {
        replace(run, file, Integer.toString(i));
        System.out.println(i);
      }
    }
  }

  private static void replace(JournalRun run, Path file, String text) throws Exception {
    PlannedWrite write = JournalSample.planned(file);
    OpenEntry entry = run.plan(write);
    Files.writeString(write.temporary(), text);
    entry.writing(FileIdentity.of(write.temporary()), Map.of(TagField.GENRE, JournalSample.JAZZ));
    Files.move(write.temporary(), file, StandardCopyOption.ATOMIC_MOVE);
    entry.done();
  }

  @Test
  void whatItSaidWasDoneIsDoneAndTheRestIsSettled() throws Exception {
    Path database = folder.resolve("journal.db");
    Path here = Files.writeString(folder.resolve("here.txt"), "old");
    Path there = Files.writeString(folder.resolve("there.txt"), "old");
    int said = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path told = folder.resolve("told-" + kill);
      Process child = start(database, there, told);
      try (Journal journal = Journal.open(database)) {
        JournalRun run = journal.begin("here");
        while (lines(told) < 5 + kill) {
          assertThat(child.isAlive()).isTrue();
          replace(run, here, "mine");
          // Locks are not given in turn: whoever asks again at once may get it always.
          LockSupport.parkNanos(TURN_NANOS);
        }
        child.destroyForcibly();
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // Mine is not disturbed.
        replace(run, here, "mine");
        said += lines(told);
        run.finish();
      }
      try (Journal journal = Journal.open(database)) {
        RunSummary killed =
            journal.history(10).stream()
                .filter(r -> r.commandLine().equals("there"))
                .findFirst()
                .orElseThrow();
        assertThat(killed.open()).isZero();
        assertThat(killed.live()).isFalse();
      }
    }
    try (Journal journal = Journal.open(database)) {
      long done =
          journal.history(100).stream()
              .filter(r -> r.commandLine().equals("there"))
              .mapToLong(RunSummary::done)
              .sum();
      // One more a kill may have been done and not said any more.
      assertThat(done).isBetween((long) said, (long) said + KILLS);
    }
    assertThat(Journal.salvage(database).sound()).isTrue();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(TemporaryName::matches)).isEmpty();
    }
  }

  /** Whole lines. */
  private static int lines(Path file) throws Exception {
    return (int) Files.readString(file).chars().filter(c -> c == '\n').count();
  }

  private static Process start(Path database, Path file, Path told) throws Exception {
    Files.createFile(told);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path").replace("\n", File.pathSeparator),
            Child.class.getName(),
            database.toString(),
            file.toString())
        .redirectOutput(told.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
