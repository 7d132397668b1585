package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.text.TextCodec;

class WriteFaultTest extends WritingFixture {
  @ParameterizedTest
  @EnumSource(
      value = WriteStep.class,
      names = {"RENAMED", "FOLDER_SYNCED", "DONE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aFaultBeforeTheRenameLeavesTheOriginal(WriteStep at) throws Exception {
    FileIdentity before = FileIdentity.of(file);
    TagPlan plan = plan(file);
    TagWriter writer = failing(at, new IOException("broken"));

    assertFails("io", () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));

    assertThat(FileIdentity.of(file)).isEqualTo(before);
    assertThat(entry().state()).isEqualTo(EntryState.FAILED);
    assertThat(entry().failure().orElseThrow().code()).isEqualTo("io");
    assertNoTemporaryFile();
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteStep.class,
      names = {"RENAMED", "FOLDER_SYNCED", "DONE"})
  void aFaultAfterTheRenameIsAWarning(WriteStep at) throws Exception {
    WriteOutcome outcome =
        failing(at, new IOException("broken"))
            .write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(outcome.warnings()).hasSize(1).first().asString().contains("is written");
    assertThat(Files.readString(file)).contains("GENRE=Jazz");
    assertThat(entry().state()).isEqualTo(EntryState.DONE);
  }

  @Test
  void anErrorOfTheMachineLeavesNoCopy() throws Exception {
    TagPlan plan = plan(file);
    TagWriter writer =
        writer(
            new TextCodec(),
            (step, temporary) -> {
              if (step == WriteStep.REWRITTEN) {
                throw new OutOfMemoryError("for the test");
              }
            });

    assertThatThrownBy(() -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(entry().state()).isEqualTo(EntryState.FAILED);
    assertNoTemporaryFile();
  }

  @Test
  void saysWhenTheFolderIsReadOnly() throws Exception {
    TagPlan plan = plan(file);
    TagWriter writer = failing(WriteStep.PLANNED, new AccessDeniedException(file.toString()));
    assertFails(
        "folder-read-only",
        () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
  }

  @Test
  void saysWhenTheDiskIsFull() throws Exception {
    TagPlan plan = plan(file);
    TagWriter writer =
        failing(
            WriteStep.CREATED,
            new FileSystemException(file.toString(), null, "No space left on device"));
    assertFails(
        "no-space", () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
    assertNoTemporaryFile();
  }

  @Test
  void aThreadThatIsInterruptedLeavesTheOriginal() throws Exception {
    byte[] before = Files.readAllBytes(file);
    TagPlan plan = plan(file);
    TagWriter writer =
        writer(
            new TextCodec(),
            (step, temporary) -> {
              if (step == WriteStep.ATTRIBUTES_KEPT) {
                Thread.currentThread().interrupt();
              }
            });
    assertFails(
        "interrupted", () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(entry().state()).isEqualTo(EntryState.FAILED);
    assertNoTemporaryFile();
  }

  @Test
  void saysWhenTheFileIsMissing() throws Exception {
    TagPlan plan = plan(file);
    Files.delete(file);
    assertFails(
        "missing", () -> writer().write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
  }

  @Test
  void leavesAFileThatChangedSinceItWasPlanned() throws Exception {
    TagPlan plan = plan(file);
    Files.write(file, TextCodec.file("TITLE=Another\ngenre=Other\n", "audio"));
    assertFails(
        "changed-meanwhile",
        () -> writer().write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
    assertThat(Files.readString(file)).contains("TITLE=Another");
    assertThat(journal.entries(run.id())).isEmpty();
  }

  @Test
  void leavesAFileThatChangesWhileItIsWritten() throws Exception {
    TagPlan plan = plan(file);
    TagWriter writer =
        writer(
            new TextCodec(),
            (step, temporary) -> {
              if (step == WriteStep.SYNCED) {
                Files.write(file, TextCodec.file("TITLE=Sung\ngenre=Other\n", "audio"));
              }
            });
    assertFails(
        "changed-meanwhile",
        () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
    assertThat(Files.readString(file)).contains("TITLE=Sung");
    assertNoTemporaryFile();
  }

  @Test
  void aCodecThatTripsIsReportedAndLeavesTheOriginal() throws Exception {
    TagPlan plan = plan(file);
    TagCodec tripping =
        new TextCodec() {
          @Override
          public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile) {
            throw new IllegalStateException("tripped");
          }
        };
    assertFails(
        "unsupported-structure",
        () ->
            writer(tripping, StepListener.NONE)
                .write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
    assertNoTemporaryFile();
  }
}
