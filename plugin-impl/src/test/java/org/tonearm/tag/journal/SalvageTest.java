package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalvageTest {
  private static final int RUNS = 3;
  private static final int FILES = 200;

  @TempDir private Path folder;
  private Path database;

  @BeforeEach
  void makeJournal() throws Exception {
    database = folder.resolve("journal.db");
    Journal.open(database).close();
    JournalSample.fill(database, RUNS, FILES, 20);
  }

  @Test
  void aSoundJournalIsLeftAsItIs() throws Exception {
    byte[] before = Files.readAllBytes(database);
    SalvageReport report = Journal.salvage(database);
    assertThat(report.sound()).isTrue();
    assertThat(report.files()).isEqualTo(RUNS * FILES);
    assertThat(Files.readAllBytes(database)).isEqualTo(before);
    assertThat(names()).noneMatch(name -> name.matches(".*(salvage|corrupt).*"));

    assertThat(Journal.salvage(folder.resolve("none.db")).sound()).isTrue();
    assertThat(names()).noneMatch(name -> name.startsWith("none"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void savesWhatCanBeRead(long seed) throws Exception {
    JournalSample.damage(database, seed, 3, 20);
    byte[] damaged = Files.readAllBytes(database);

    SalvageReport report = Journal.salvage(database);

    assertThat(report.sound()).isFalse();
    assertThat(report.setAside().orElseThrow()).hasBinaryContent(damaged);
    // A page holds some ten entries or twenty fields, and three pages of them are gone.
    assertThat(report.files()).isBetween(RUNS * FILES * 7L / 10, (long) RUNS * FILES);
    assertThat(report.runs()).isEqualTo(RUNS);
    long read = 0;
    try (Journal journal = Journal.open(database)) {
      Set<Long> ids = new HashSet<>();
      EntryCursor entries = journal.entries(EntrySelection.all(), true);
      for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
        read++;
        ids.add(entry.get().id());
        assertThat(entry.get().fields()).isNotEmpty();
        assertThat(entry.get().fields())
            .allSatisfy(f -> assertThat(f.before()).isEqualTo(JournalSample.OTHER));
      }
      assertThat(ids).hasSize((int) read);
      JournalRun next = journal.begin("next");
      assertThat(next.id()).isEqualTo(RUNS + 1L);
      next.finish();
    }
    assertThat(read).isEqualTo(report.files());
    assertThat(Journal.salvage(database).sound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJournalOfANewerVersionIsLeftToThatVersion(boolean damaged) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE schema_version SET version = 99");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    if (damaged) {
      JournalSample.damage(database, 1, 3, 20);
    }
    byte[] before = Files.readAllBytes(database);

    assertThatThrownBy(() -> Journal.salvage(database))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-newer"));

    assertThat(database).hasBinaryContent(before);
    assertThat(names()).noneMatch(name -> name.matches(".*(salvage|corrupt).*"));
  }

  @Test
  void aFileWithoutAHeadIsKeptAndANewJournalBegun() throws Exception {
    try (var file = new RandomAccessFile(database.toFile(), "rw")) {
      file.write(new byte[4096]);
    }
    assertCorrupt(() -> Journal.open(database));
    byte[] damaged = Files.readAllBytes(database);

    SalvageReport report = Journal.salvage(database);

    assertThat(report.files()).isZero();
    assertThat(report.lost()).isPositive();
    assertThat(report.setAside().orElseThrow()).hasBinaryContent(damaged);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.begin("next").id()).isEqualTo(1);
    }
  }

  @Test
  void damageIsToldAsSuchWhereverItIsMet() throws Exception {
    JournalSample.damage(database, 1, 60, 3);
    byte[] damaged = Files.readAllBytes(database);
    assertCorrupt(
        () -> {
          try (Journal journal = Journal.open(database)) {
            EntryCursor entries = journal.entries(EntrySelection.all(), false);
            while (entries.next().isPresent()) {
              // On to the damage.
            }
          }
        });
    assertThat(Files.readAllBytes(database)).hasSameSizeAs(damaged);
  }

  @Test
  void aProcessThatEndedUncleanlyIsReasonToLook() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").replace("\n", File.pathSeparator),
                Halting.class.getName(),
                database.toString())
            .inheritIO()
            .start();
    assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(DiskFiles.beside(database, "-wal")).isNotEmptyFile();
    // Only the tables' far end, which opening alone would not come across.
    JournalSample.damage(database, 1, 8, 40);
    assertCorrupt(() -> Journal.open(database));
    assertThat(DiskFiles.beside(database, "-wal")).exists();

    SalvageReport report = Journal.salvage(database);
    // The run that was only in the log is among them.
    assertThat(report.runs()).isEqualTo(RUNS + 1);
    Path aside = report.setAside().orElseThrow();
    assertThat(DiskFiles.beside(aside, "-wal")).isNotEmptyFile();
    Journal.open(database).close();
  }

  /** Begins a run and is gone. */
  static final class Halting {
    private Halting() {}

    public static void main(String[] args) throws Exception {
      Journal.open(Path.of(args[0])).begin("halted");
      Runtime.getRuntime().halt(0);
    }
  }

  @Test
  void aRunThatIsGoingOnIsNotCutOff() throws Exception {
    try (Journal journal = Journal.open(database)) {
      journal.begin("going on");
      assertThatThrownBy(() -> Journal.salvage(database))
          .isInstanceOfSatisfying(
              JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-busy"));
      assertThat(journal.history(10)).hasSize(RUNS);
    }
  }

  @Test
  void aSalvageThatWasCutShortIsFinishedByWhoOpensNext() throws Exception {
    Path saved = folder.resolve("saved.db");
    Files.copy(database, saved);
    JournalSample.damage(database, 1, 60, 1);
    Files.writeString(DiskFiles.beside(database, "-wal"), "a log of the damaged journal");
    // As after a kill between its last two steps.
    Files.move(saved, DiskFiles.beside(database, ".salvaged"));

    try (Journal journal = Journal.open(database)) {
      assertThat(journal.entries(1)).hasSize(FILES);
    }
    assertThat(names()).containsExactly("journal.db");
  }

  @Test
  void rowsThatMakeNoSenseAreLeftOutAndWhatBelongsToThemIsTiedUp() throws Exception {
    JournalSample.sql(
        database,
        "PRAGMA foreign_keys = OFF",
        "DELETE FROM run WHERE id = 2",
        "UPDATE entry SET state = 'NONSENSE' WHERE id = 1",
        "UPDATE entry SET path = 'no address' WHERE id = 2",
        "UPDATE field SET before_values = '[' WHERE entry = 3");
    assertCorrupt(
        () -> {
          try (Journal journal = Journal.open(database)) {
            journal.entries(1);
          }
        });

    SalvageReport report = Journal.salvage(database);

    assertThat(report.files()).isEqualTo(RUNS * FILES - 3);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.entries(1)).hasSize(FILES - 3);
      assertThat(journal.run(2).orElseThrow().commandLine()).contains("lost");
      assertThat(journal.run(2).orElseThrow().done()).isEqualTo(FILES);
    }
  }

  private static void assertCorrupt(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> {
              assertThat(e.code()).isEqualTo("journal-corrupt");
              assertThat(e.remedy()).contains("tonearm history --salvage");
            });
  }

  private List<String> names() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
