package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.journal.PresentFields;
import org.tonearm.tag.text.TextCodec;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.undo.UndoReport;

/** Another process has the journal or the song locked, for longer than a writer waits or less. */
class LockedTest extends WritingFixture {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final long A_WHILE_MILLIS = 150;

  private static LockHolder other;

  private Journal hasty;
  private JournalRun hastyRun;
  private byte[] old;
  private FileTime oldTime;

  @BeforeAll
  static void startTheOther() throws Exception {
    other = new LockHolder();
  }

  @AfterAll
  static void endTheOther() {
    other.close();
  }

  @BeforeEach
  void openWithoutPatience() throws Exception {
    hasty = Journal.open(database(), PresentFields.UNKNOWN, SHORT);
    hastyRun = hasty.begin("tag in haste");
    old = Files.readAllBytes(file);
    oldTime = Files.getLastModifiedTime(file);
  }

  @AfterEach
  void closeIt() {
    hasty.close();
  }

  private Path database() {
    return elsewhere.resolve("journal.db");
  }

  @Test
  void aJournalThatStaysLockedIsTheReasonWhyNothingIsWritten() throws Exception {
    other.lockJournal(database());
    assertFails("journal-busy", () -> write(StepListener.NONE));
    assertUntouched();
    other.release();

    assertThat(write(StepListener.NONE).written()).isTrue();
    assertThat(entries()).extracting(JournalEntry::state).containsExactly(EntryState.DONE);
  }

  @Test
  void oneThatIsLockedWhenTheCopyIsThere() throws Exception {
    StepListener lock = at(WriteStep.SYNCED, () -> other.lockJournal(database()));
    assertFails("journal-busy", () -> write(lock));
    assertUntouched();
    other.release();

    assertThat(write(StepListener.NONE).written()).isTrue();
    // That the first came to nothing could not be noted; it is when its process has ended.
    assertThat(entries())
        .extracting(JournalEntry::state)
        .containsExactly(EntryState.PLANNED, EntryState.DONE);
  }

  @Test
  void oneThatIsLockedAfterTheRename() throws Exception {
    WriteOutcome outcome = write(at(WriteStep.RENAMED, () -> other.lockJournal(database())));
    other.release();

    assertThat(outcome.written()).isTrue();
    assertThat(outcome.warnings())
        .singleElement()
        .asString()
        .contains("the journal will note so at the next start");
    assertThat(Files.readString(file)).contains("GENRE=Jazz");
    assertThat(entries()).extracting(JournalEntry::state).containsExactly(EntryState.WRITING);
  }

  @Test
  void aWriterWaitsForAJournalThatIsSoonFree() throws Exception {
    StepListener lock =
        at(
            WriteStep.UNCHANGED,
            () -> {
              other.lockJournal(database());
              other.releaseAfter(A_WHILE_MILLIS);
            });
    WriteOutcome outcome =
        writer(new TextCodec(), lock)
            .write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    other.released();

    assertThat(outcome.written()).isTrue();
    assertThat(outcome.warnings()).isEmpty();
    assertThat(entry().state()).isEqualTo(EntryState.DONE);
  }

  @Test
  void aRunWhoseEndCannotBeNotedIsNoFailedRun() throws Exception {
    write(StepListener.NONE);
    other.lockJournal(database());
    hastyRun.finish();
    other.release();
    assertThat(hasty.run(hastyRun.id()).orElseThrow().finished()).isEmpty();
    hastyRun.finish();
    assertThat(hasty.run(hastyRun.id()).orElseThrow().finished()).isPresent();
  }

  @Test
  void anUndoWhoseEndCannotBeNotedTellsWhatItDid() throws Exception {
    write(StepListener.NONE);
    CodecRegistry codecs = new CodecRegistry(List.of(new TextCodec()));
    Undo undo = new Undo(hasty, codecs, new TagWriter(codecs, SecondReader.NONE));
    UndoReport report =
        undo.undo(
            hastyRun.id(),
            false,
            undone -> {
              try {
                other.lockJournal(database());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    other.release();
    assertThat(report.restored()).isEqualTo(1);
    assertThat(report.undoRun()).isPresent();
  }

  @Test
  void aJournalThatCannotEvenBeReadIsNotOpened() throws Exception {
    hasty.close();
    journal.close();
    other.lockWholeJournal(database());
    assertThatThrownBy(() -> Journal.open(database(), PresentFields.UNKNOWN, SHORT))
        .isInstanceOfSatisfying(
            JournalException.class, e -> assertThat(e.code()).isEqualTo("journal-busy"));
    other.releaseAfter(A_WHILE_MILLIS);
    try (Journal opened = Journal.open(database())) {
      assertThat(opened.run(hastyRun.id())).isPresent();
    }
    other.released();
  }

  @Test
  void aSongThatStaysLockedIsLeftAlone() throws Exception {
    other.lockSong(file);
    assertFails("file-locked", () -> write(StepListener.NONE));
    assertUntouched();
    assertThat(entries())
        .singleElement()
        .returns(EntryState.FAILED, JournalEntry::state)
        .satisfies(e -> assertThat(e.failure().orElseThrow().code()).isEqualTo("file-locked"));
    other.release();
    assertThat(write(StepListener.NONE).written()).isTrue();
  }

  @Test
  void aWriterWaitsForASongThatIsSoonFree() throws Exception {
    other.lockSong(file);
    other.releaseAfter(A_WHILE_MILLIS);
    WriteOutcome outcome =
        writer().write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    other.released();
    assertThat(outcome.written()).isTrue();
  }

  /** By a writer that waits for nobody long. */
  private WriteOutcome write(StepListener steps) throws Exception {
    TagPlan plan = plan(file);
    return new TagWriter(
            new CodecRegistry(List.of(new TextCodec())), SecondReader.NONE, steps, SHORT)
        .write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, hastyRun);
  }

  private static StepListener at(WriteStep when, ThrowingCallable event) {
    return (step, temporary) -> {
      if (step == when) {
        try {
          event.call();
        } catch (Throwable e) {
          throw new AssertionError(e);
        }
      }
    };
  }

  private List<JournalEntry> entries() throws Exception {
    return hasty.entries(hastyRun.id());
  }

  private void assertUntouched() throws Exception {
    assertThat(file).hasBinaryContent(old);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(oldTime);
    assertNoTemporaryFile();
  }
}
