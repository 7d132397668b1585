package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagField;

class RecoveryTest {
  @TempDir private Path folder;
  private Path database;

  @BeforeEach
  void nameDatabase() {
    database = folder.resolve("journal.db");
  }

  @Test
  void tellsOfEachFileWhatBecameOfIt() throws Exception {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    Path renamed = Files.writeString(folder.resolve("renamed.txt"), "old");
    Path planned = Files.writeString(folder.resolve("planned.txt"), "old");
    Path writing = Files.writeString(folder.resolve("writing.txt"), "old");
    Path away = Files.writeString(drive.resolve("away.txt"), "old");
    long run;
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().files()).isEmpty();
      assertThat(journal.recovered().sentence()).isEmpty();
      JournalRun begun = journal.begin("tag");
      run = begun.id();
      PlannedWrite first = begin(begun, renamed, true);
      Files.move(first.temporary(), renamed, StandardCopyOption.ATOMIC_MOVE);
      begun.plan(JournalSample.planned(planned));
      begin(begun, writing, true);
      begin(begun, away, false);
    }
    JournalSample.endProcesses(database);
    Path detached = folder.resolve("detached");
    Files.move(drive, detached);

    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().files())
          .containsExactly(
              new RecoveredFile(
                  run, renamed, renamed.toString(), RecoveredFile.Outcome.FINISHED, false),
              new RecoveredFile(
                  run, planned, planned.toString(), RecoveredFile.Outcome.PUT_BACK, false),
              new RecoveredFile(
                  run, writing, writing.toString(), RecoveredFile.Outcome.PUT_BACK, true),
              new RecoveredFile(
                  run, away, away.toString(), RecoveredFile.Outcome.OUT_OF_REACH, false));
      assertThat(journal.recovered().sentence())
          .isEqualTo(
              "Recovered from a run that was cut short: 1 file finished, 2 put back, 1 left until"
                  + " its drive is attached.");
    }
    Files.move(detached, drive);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().sentence())
          .isEqualTo("Recovered from a run that was cut short: 1 file put back.");
    }
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().files()).isEmpty();
    }
    assertThat(Files.readString(renamed)).isEqualTo("new");
    assertThat(Files.readString(writing)).isEqualTo("old");
  }

  /** The folder of a drive that is not attached may be there, empty. */
  @Test
  void anEmptyMountPointIsNoDrive() throws Exception {
    Path point = Files.createDirectory(folder.resolve("point"));
    Path away = Files.writeString(point.resolve("away.txt"), "old");
    Path copy;
    try (Journal journal = Journal.open(database)) {
      copy = begin(journal.begin("tag"), away, true).temporary();
    }
    JournalSample.endProcesses(database);
    Path detached = folder.resolve("detached");
    Files.move(point, detached);
    Files.createDirectory(point);
    String otherDevice = "UPDATE entry SET original = replace(original, '(dev=', '(dev=9')";
    JournalSample.sql(database, otherDevice);

    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().sentence())
          .contains("1 file left until its drive is attached");
    }
    Files.delete(point);
    Files.move(detached, point);
    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().sentence()).contains("1 file put back");
    }
    assertThat(copy).doesNotExist();
    assertThat(away).hasContent("old");
  }

  /** Numbers of devices change from start to start, and a file may be gone for good. */
  @Test
  void aFileThatIsGoneFromAFolderInUseIsSettled() throws Exception {
    Path gone = Files.writeString(folder.resolve("gone.txt"), "old");
    try (Journal journal = Journal.open(database)) {
      Files.delete(begin(journal.begin("tag"), gone, true).temporary());
    }
    JournalSample.endProcesses(database);
    Files.delete(gone);
    String otherDevice = "UPDATE entry SET original = replace(original, '(dev=', '(dev=9')";
    JournalSample.sql(database, otherDevice);

    try (Journal journal = Journal.open(database)) {
      assertThat(journal.recovered().sentence()).contains("1 file finished");
    }
  }

  private static PlannedWrite begin(JournalRun run, Path file, boolean verified) throws Exception {
    PlannedWrite write = JournalSample.planned(file);
    OpenEntry entry = run.plan(write);
    Files.writeString(write.temporary(), "new");
    if (verified) {
      entry.writing(FileIdentity.of(write.temporary()), Map.of(TagField.GENRE, JournalSample.JAZZ));
    }
    return write;
  }

  @Test
  void saysWhenAnotherProgramKeepsItLocked() throws Exception {
    Journal.open(database).close();
    try (Connection other = JournalSample.connection(database);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(
              () -> Journal.open(database, PresentFields.UNKNOWN, Duration.ofMillis(200)))
          .isInstanceOfSatisfying(
              JournalException.class,
              e -> {
                assertThat(e.code()).isEqualTo("journal-busy");
                assertThat(e.getMessage()).contains(database.toString());
                assertThat(e.remedy()).contains("run again");
              });
      statement.execute("ROLLBACK");
      Journal.open(database, PresentFields.UNKNOWN, Duration.ofMillis(200)).close();
    }
  }

  @Test
  void waitsForAnotherProgramThatIsSoonDone() throws Exception {
    Journal.open(database).close();
    try (Connection other = JournalSample.connection(database);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      Thread release =
          new Thread(
              () -> {
                try {
                  Thread.sleep(300);
                  statement.execute("COMMIT");
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      release.start();
      try (Journal journal = Journal.open(database)) {
        assertThat(journal.begin("after the wait").id()).isEqualTo(1);
      }
      release.join();
    }
  }

  @Test
  void everyChangeIsSyncedToTheDisk() throws Exception {
    try (Database opened = Database.open(database, Duration.ofSeconds(5))) {
      assertThat(pragma(opened, "synchronous")).isEqualTo("2");
      assertThat(pragma(opened, "journal_mode")).isEqualTo("wal");
      assertThat(pragma(opened, "foreign_keys")).isEqualTo("1");
    }
  }

  private static String pragma(Database database, String name) throws Exception {
    return database.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
          }
        });
  }
}
