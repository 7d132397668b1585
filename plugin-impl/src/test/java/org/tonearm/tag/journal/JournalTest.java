package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;

class JournalTest {
  private static final FieldState OTHER = state("Other");
  private static final FieldState JAZZ = state("Jazz");
  private static final String HASH = "5e".repeat(32);

  @TempDir private Path folder;
  private Path database;
  private Path song;

  @BeforeEach
  void makeSong() throws Exception {
    database = folder.resolve("a").resolve("b").resolve("journal.db");
    song = Files.writeString(folder.resolve("song.txt"), "x");
  }

  @Test
  void keepsEverythingAcrossARestart() throws Exception {
    TagProfile profile = new TagProfile(" / ", "mood", 3, TagProfile.ModificationTime.MOVED_ON);
    try (Journal journal = Journal.open(database)) {
      JournalRun run = journal.begin("tag 'My Music'");
      OpenEntry done =
          run.plan(
              new PlannedWrite(
                  song,
                  TemporaryName.beside(song),
                  FileIdentity.of(song),
                  HASH,
                  TagLayout.UNKNOWN,
                  "mp3",
                  profile,
                  Map.of(TagField.GENRE, OTHER, TagField.MOOD, FieldState.ABSENT),
                  Map.of(TagField.GENRE, List.of("Jazz"), TagField.MOOD, List.of("A", "B"))));
      done.writing(
          FileIdentity.of(song), Map.of(TagField.GENRE, JAZZ, TagField.MOOD, state("A", "B")));
      done.done();
      run.plan(planned(song)).failed("no-space", "full");
      assertThat(journal.run(run.id()).orElseThrow().live()).isTrue();
      run.finish();
    }
    try (Journal journal = Journal.open(database)) {
      RunSummary run = journal.history(10).get(0);
      assertThat(run.commandLine()).isEqualTo("tag 'My Music'");
      assertThat(run.finished()).isPresent();
      assertThat(run.live()).isFalse();
      assertThat(run.undoes()).isEmpty();
      assertThat(List.of(run.done(), run.failed(), run.undone(), run.open()))
          .containsExactly(1, 1, 0, 0);

      List<JournalEntry> entries = journal.entries(run.id());
      assertThat(entries)
          .extracting(JournalEntry::state)
          .containsExactly(EntryState.DONE, EntryState.FAILED);
      JournalEntry first = entries.get(0);
      assertThat(first.path()).isEqualTo(song);
      assertThat(first.codec()).isEqualTo("mp3");
      assertThat(first.audioHash()).contains(HASH);
      assertThat(first.original()).isEqualTo(FileIdentity.of(song));
      assertThat(first.copy()).contains(FileIdentity.of(song));
      assertThat(first.profile()).isEqualTo(profile);
      assertThat(first.fields())
          .containsExactlyInAnyOrder(
              new JournaledField(TagField.GENRE, OTHER, List.of("Jazz"), Optional.of(JAZZ), false),
              new JournaledField(
                  TagField.MOOD,
                  FieldState.ABSENT,
                  List.of("A", "B"),
                  Optional.of(state("A", "B")),
                  false));
      assertThat(entries.get(1).failure()).contains(new JournalEntry.Failure("no-space", "full"));
    }
  }

  @Test
  void theLastRunIsTheNewestWithChangesLeft() throws Exception {
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.lastRun()).isEmpty();
      JournalRun first = journal.begin("first");
      long entry = write(first);
      JournalRun second = journal.begin("second");
      second.plan(planned(song)).failed("io", "broken");
      journal.begin("third, with nothing to write");
      write(journal.beginUndo("undo", first.id()));

      assertThat(journal.lastRun()).contains(first.id());
      assertThat(journal.history(10))
          .extracting(RunSummary::commandLine)
          .containsExactly("undo", "second", "first");
      assertThat(journal.history(1)).hasSize(1);

      journal.markUndone(entry, Set.of(TagField.GENRE));
      assertThat(journal.lastRun()).isEmpty();
      assertThat(journal.entries(first.id()).get(0).state()).isEqualTo(EntryState.UNDONE);
      assertThat(journal.run(99)).isEmpty();
    }
  }

  @Test
  void aPathKeepsItsBytes() throws Exception {
    // "é" in Latin-1, a newline, a percent sign, and an escape: no valid UTF-8.
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "cd \"$1\" && : > \"$(printf 'caf\\351 100%%\\n\\033x.txt')\"",
                "sh",
                folder.toString())
            .inheritIO()
            .start();
    assertThat(shell.waitFor()).isZero();
    Path odd;
    try (Stream<Path> files = Files.list(folder)) {
      odd =
          files.filter(f -> f.getFileName().toString().startsWith("caf")).findFirst().orElseThrow();
    }
    assertThat(PathText.address(odd)).endsWith("/caf%E9%20100%25%0A%1Bx.txt");
    try (Journal journal = Journal.open(database)) {
      JournalRun run = journal.begin("tag");
      run.plan(planned(odd));
      JournalEntry entry = journal.entries(run.id()).get(0);
      assertThat(entry.path()).isEqualTo(odd);
      assertThat(Files.exists(entry.path())).isTrue();
      assertThat(entry.displayPath()).contains("100%\\n\\x1bx.txt");
    }
  }

  @Test
  void refusesAJournalOfANewerVersion() throws Exception {
    Journal.open(database).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE schema_version SET version = 99");
    }
    assertThatThrownBy(() -> Journal.open(database))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-newer"));
  }

  @Test
  void saysWhenTheFileIsNoJournal() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "not a database ".repeat(100));
    assertThatThrownBy(() -> Journal.open(text))
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> {
              assertThat(e.code()).isEqualTo("journal-corrupt");
              assertThat(e.getMessage()).contains(text.toString());
            });
    assertThat(Files.readString(text)).startsWith("not a database");
  }

  @Test
  void aLiveProcessIsNotRecovered() throws Exception {
    try (Journal journal = Journal.open(database)) {
      JournalRun run = journal.begin("tag");
      PlannedWrite planned = planned(song);
      Files.createFile(planned.temporary());
      run.plan(planned);
      Journal.open(database).close();
      assertThat(journal.entries(run.id()).get(0).state()).isEqualTo(EntryState.PLANNED);
      assertThat(planned.temporary()).exists();
    }
  }

  @Test
  void aNumberThatAnotherProcessHasNowIsADeadProcess() throws Exception {
    PlannedWrite planned = planned(song);
    try (Journal journal = Journal.open(database)) {
      journal.begin("tag").plan(planned);
    }
    Files.createFile(planned.temporary());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE run SET pid_started = pid_started - 60000");
    }
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.entries(1).get(0).state()).isEqualTo(EntryState.FAILED);
      assertThat(planned.temporary()).doesNotExist();
    }
  }

  @Test
  void recoveryRemovesNothingThatIsNotNamedAsOurs() throws Exception {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "p");
    try (Journal journal = Journal.open(database)) {
      journal
          .begin("tag")
          .plan(
              new PlannedWrite(
                  song,
                  precious,
                  FileIdentity.of(song),
                  HASH,
                  TagLayout.UNKNOWN,
                  "mp3",
                  TagProfile.DEFAULT,
                  Map.of(),
                  Map.of()));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE run SET pid_started = 1");
    }
    Journal.open(database).close();
    assertThat(precious).exists();
  }

  @Test
  void manyMayMakeItAtOnce() throws Exception {
    int openers = 6;
    ExecutorService pool = Executors.newFixedThreadPool(openers);
    try {
      for (int round = 0; round < 5; round++) {
        Path fresh = folder.resolve("fresh" + round).resolve("journal.db");
        CyclicBarrier together = new CyclicBarrier(openers);
        List<Future<Long>> runs = new ArrayList<>();
        for (int i = 0; i < openers; i++) {
          runs.add(
              pool.submit(
                  () -> {
                    together.await();
                    try (Journal journal = Journal.open(fresh)) {
                      return journal.begin("tag").id();
                    }
                  }));
        }
        List<Long> ids = new ArrayList<>();
        for (Future<Long> run : runs) {
          ids.add(run.get());
        }
        assertThat(ids).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void threadsAndProcessesShareIt() throws Exception {
    int threads = 4;
    int each = 10;
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                Writer.class.getName(),
                database.toString(),
                song.toString(),
                Integer.toString(each))
            .inheritIO()
            .start();
    try (Journal journal = Journal.open(database)) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      List<Future<?>> futures = new ArrayList<>();
      JournalRun run = journal.begin("here");
      for (int t = 0; t < threads; t++) {
        futures.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    write(run);
                  }
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        future.get();
      }
      pool.shutdown();
      assertThat(other.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(other.exitValue()).isZero();

      assertThat(journal.run(run.id()).orElseThrow().done()).isEqualTo(threads * each);
      assertThat(journal.history(10)).extracting(RunSummary::done).contains(each);
    } finally {
      other.destroyForcibly();
    }
  }

  /** Another process. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) throws Exception {
      try (Journal journal = Journal.open(Path.of(args[0]))) {
        JournalRun run = journal.begin("there");
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
          write(run, Path.of(args[1]));
        }
      }
    }
  }

  private long write(JournalRun run) throws Exception {
    return write(run, song);
  }

  private static long write(JournalRun run, Path file) throws Exception {
    OpenEntry entry = run.plan(planned(file));
    entry.writing(FileIdentity.of(file), Map.of(TagField.GENRE, JAZZ));
    entry.done();
    return entry.id();
  }

  private static PlannedWrite planned(Path file) throws Exception {
    return new PlannedWrite(
        file,
        TemporaryName.beside(file),
        FileIdentity.of(file),
        HASH,
        TagLayout.UNKNOWN,
        "mp3",
        TagProfile.DEFAULT,
        Map.of(TagField.GENRE, OTHER),
        Map.of(TagField.GENRE, List.of("Jazz")));
  }

  private static FieldState state(String... values) {
    return new FieldState(
        List.of(values), String.join("\0", values).getBytes(StandardCharsets.UTF_8));
  }
}
