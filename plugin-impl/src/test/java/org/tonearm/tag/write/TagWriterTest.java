package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonearm.api.Track;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;

class TagWriterTest {
  private static final String TAGS = "TITLE=Song\ngenre=Other\nCUE=\u0001\u0002\n";
  private static final TagProfile MOVED_ON =
      new TagProfile("; ", "MOOD", 4, TagProfile.ModificationTime.MOVED_ON);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path file;
  private Journal journal;
  private JournalRun run;

  @BeforeEach
  void makeFile() throws Exception {
    file = Files.write(folder.resolve("song.txt"), TextCodec.file(TAGS, "audio"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06.123456789Z")));
    journal = Journal.open(elsewhere.resolve("journal.db"));
    run = journal.begin("tag song.txt");
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @Test
  void writesWhatWasPlannedAndNothingElse() throws Exception {
    WriteOutcome outcome =
        writer().write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(outcome.written()).isTrue();
    assertThat(outcome.warnings()).isEmpty();
    assertThat(outcome.after().get(TagField.GENRE).values()).containsExactly("Jazz", "Bebop");
    assertThat(Files.readString(file))
        .isEqualTo("TEXT1\nTITLE=Song\nCUE=\u0001\u0002\nGENRE=Jazz\nGENRE=Bebop\n---\naudio");
    assertThat(entry().state()).isEqualTo(EntryState.DONE);
    assertThat(entry().path()).isEqualTo(file.toRealPath());
    assertThat(entry().fields()).hasSize(1);
    assertThat(entry().fields().get(0).before().values()).containsExactly("Other");
    assertThat(entry().fields().get(0).intended()).containsExactly("Jazz", "Bebop");
    assertThat(entry().fields().get(0).after()).contains(outcome.after().get(TagField.GENRE));
    assertNoTemporaryFile();
  }

  @Test
  void keepsTheModificationTimeOrMovesItOn() throws Exception {
    FileTime before = Files.getLastModifiedTime(file);
    writer().write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);

    TagPlan second = plan(file, List.of("Folk"));
    writer().write(second, MOVED_ON, WriteOptions.DEFAULT, run);
    assertThat(Files.getLastModifiedTime(file)).isGreaterThan(before);
  }

  @Test
  void keepsModeAndExtendedAttributes() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-x-w-"));
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    view.write("rating", ByteBuffer.wrap("five".getBytes(StandardCharsets.UTF_8)));

    writer().write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-x-w-");
    ByteBuffer value = ByteBuffer.allocate(10);
    Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).read("rating", value);
    assertThat(new String(value.array(), 0, value.position(), StandardCharsets.UTF_8))
        .isEqualTo("five");
  }

  @Test
  void theCopyIsReadableByItsOwnerAlone() throws Exception {
    TagWriter writer =
        writer(
            new TextCodec(),
            (step, temporary) -> {
              if (step == WriteStep.CREATED) {
                assertThat(temporary.getParent()).isEqualTo(file.toRealPath().getParent());
                assertThat(temporary.getFileName().toString())
                    .startsWith(".tonearm-")
                    .endsWith(".txt");
                assertThat(Files.size(temporary)).isZero();
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
                    .isEqualTo("rw-------");
              }
            });
    assertThat(writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
        .isTrue();
  }

  @Test
  void replacesALinksTargetAndNotTheLink() throws Exception {
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.txt"), file);

    WriteOutcome outcome =
        writer().write(plan(link), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(outcome.file()).isEqualTo(file.toRealPath());
    assertThat(Files.readString(file)).contains("GENRE=Jazz");
  }

  @Test
  void warnsOfHardLinks() throws Exception {
    Path other = Files.createLink(folder.resolve("other.txt"), file);

    WriteOutcome outcome =
        writer().write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(outcome.warnings()).hasSize(1).first().asString().contains("hard links");
    assertThat(Files.readString(other)).contains("genre=Other");
  }

  @Test
  void aPlanWithoutChangesTouchesAndJournalsNothing() throws Exception {
    FileIdentity before = FileIdentity.of(file);
    TagPlan same = plan(file, List.of("Other"));

    assertThat(writer().write(same, TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
        .isFalse();
    assertThat(FileIdentity.of(file)).isEqualTo(before);
    assertThat(journal.entries(run.id())).isEmpty();
  }

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
  void refusesACopyWhoseAudioDiffers() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy + "!";
          }
        });
  }

  @Test
  void refusesACopyThatLostAnotherTag() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("CUE=\u0001\u0002\n", "");
          }
        });
  }

  @Test
  void refusesACopyWithAnotherTagTooMany() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "X=1\n---\n");
          }
        });
  }

  @Test
  void refusesACopyWithoutThePlannedValues() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("Bebop", "Bepob");
          }
        });
  }

  @Test
  void refusesACopyOfWhichAnotherFieldChanged() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "MOOD=Sad\n---\n");
          }
        });
  }

  @Test
  void refusesACopyThatCantBeReadBack() throws Exception {
    assertRefused(
        new Distorted() {
          @Override
          String distort(String copy) {
            return copy.replace("---\n", "");
          }
        });
  }

  @Test
  void refusesACopyThatTheSecondReaderSeesOtherwise() throws Exception {
    assertRefused(
        new TextCodec(), copy -> Optional.of(Map.of(TagField.GENRE, List.of("Jazz; Bebop"))));
  }

  @Test
  void refusesACopyThatTheSecondReaderCantRead() throws Exception {
    assertRefused(
        new TextCodec(),
        copy -> {
          throw new IOException("what is this?");
        });
  }

  @Test
  void takesACopyThatTheSecondReaderAgreesWith() throws Exception {
    SecondReader agrees = copy -> Optional.of(Map.of(TagField.GENRE, List.of("Jazz", "Bebop")));
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(new TextCodec())), agrees, StepListener.NONE);
    assertThat(writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
        .isTrue();
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

  private abstract static class Distorted extends TextCodec {
    abstract String distort(String copy);

    @Override
    public void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
        throws TagException {
      super.rewrite(source, target, edit, profile);
      try {
        Files.writeString(target, distort(Files.readString(target)));
      } catch (IOException e) {
        throw new TagException("io", target.toString(), "Look.", e);
      }
    }
  }

  private void assertRefused(TagCodec codec) throws Exception {
    assertRefused(codec, SecondReader.NONE);
  }

  private void assertRefused(TagCodec codec, SecondReader secondReader) throws Exception {
    FileIdentity before = FileIdentity.of(file);
    byte[] bytes = Files.readAllBytes(file);
    TagPlan plan = plan(file);
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(codec)), secondReader, StepListener.NONE);

    assertFails(
        "verify-failed", () -> writer.write(plan, TagProfile.DEFAULT, WriteOptions.DEFAULT, run));

    assertThat(FileIdentity.of(file)).isEqualTo(before);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(entry().state()).isEqualTo(EntryState.FAILED);
    assertNoTemporaryFile();
  }

  private TagWriter writer() {
    return writer(new TextCodec(), StepListener.NONE);
  }

  private static TagWriter writer(TagCodec codec, StepListener steps) {
    return new TagWriter(new CodecRegistry(List.of(codec)), SecondReader.NONE, steps);
  }

  private static TagWriter failing(WriteStep at, IOException fault) {
    return writer(
        new TextCodec(),
        (step, temporary) -> {
          if (step == at) {
            throw fault;
          }
        });
  }

  private static TagPlan plan(Path path) throws TagException {
    return plan(path, List.of("Jazz", "Bebop"));
  }

  private static TagPlan plan(Path path, List<String> genres) throws TagException {
    return new TagPlan(
        new Track(path, "test"),
        new TextCodec().read(path, TagProfile.DEFAULT),
        List.of(new FieldChange(TagField.GENRE, List.of("Other"), genres, "for the test")));
  }

  private JournalEntry entry() throws Exception {
    List<JournalEntry> entries = journal.entries(run.id());
    return entries.get(entries.size() - 1);
  }

  private static void assertFails(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    assertThatThrownBy(write)
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage()).contains("song.txt");
              assertThat(e.remedy()).isNotBlank();
            });
  }

  private void assertNoTemporaryFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(f -> f.getFileName().toString().startsWith(".tonearm-"))).isEmpty();
    }
  }
}
