package org.tonearm.tag.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else has the journal locked for longer than a writer is ready to wait. */
class BusyJournalTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir private Path folder;
  private Path database;
  private Path song;

  @BeforeEach
  void makeJournal() throws Exception {
    database = folder.resolve("journal.db");
    song = Files.writeString(folder.resolve("song.txt"), "old");
    Journal.open(database).close();
  }

  @Test
  void aRefusedWriteDoesNotSpoilTheNext() throws Exception {
    try (Journal journal = open()) {
      JournalRun run = journal.begin("tag");
      try (Connection other = JournalSample.connection(database);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertBusy(() -> run.plan(JournalSample.planned(song)));
        assertBusy(() -> journal.begin("another"));
        statement.execute("COMMIT");
      }
      JournalSample.write(run, song);
      run.finish();
      assertThat(journal.run(run.id()).orElseThrow().done()).isEqualTo(1);
      assertThat(journal.runs()).containsExactly(run.id());
    }
  }

  @Test
  void aNoteThatWasRefusedMidwayCanBeMadeLater() throws Exception {
    try (Journal journal = open()) {
      JournalRun run = journal.begin("tag");
      OpenEntry entry = run.plan(JournalSample.planned(song));
      try (Connection other = JournalSample.connection(database);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        assertBusy(() -> entry.failed("io", "broken"));
        statement.execute("ROLLBACK");
      }
      entry.failed("io", "broken");
      assertThat(journal.entries(run.id()))
          .singleElement()
          .returns(EntryState.FAILED, JournalEntry::state);
    }
  }

  @Test
  void openingIsRefusedAndThenNot() throws Exception {
    try (Connection other = JournalSample.connection(database);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      assertBusy(() -> open().close());
      statement.execute("COMMIT");
    }
    open().close();
  }

  @Test
  void whatFailsHalfWayIsTakenBackWhateverItWas() throws Exception {
    try (Database opened = Database.open(database, SHORT)) {
      assertThatThrownBy(
              () ->
                  opened.write(
                      connection -> {
                        RunRows.insert(connection, "half", false, null, ProcessIdentity.own());
                        throw new OutOfMemoryError("a test");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
      assertThat(opened.read(RunRows::ids)).isEmpty();
      opened.write(
          connection -> RunRows.insert(connection, "whole", false, null, ProcessIdentity.own()));
      assertThat(opened.read(RunRows::ids)).hasSize(1);
    }
  }

  private Journal open() throws JournalException {
    return Journal.open(database, PresentFields.UNKNOWN, SHORT);
  }

  private static void assertBusy(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-busy"));
  }
}
