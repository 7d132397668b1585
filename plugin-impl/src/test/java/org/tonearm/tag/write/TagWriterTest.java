package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.MultiValues;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.text.TextCodec;

class TagWriterTest extends WritingFixture {
  private static final TagProfile MOVED_ON =
      new TagProfile("; ", "MOOD", 4, TagProfile.ModificationTime.MOVED_ON);

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
  void writesTheFirstValueAloneWhereTheProfileSaysSo() throws Exception {
    TagProfile first =
        new TagProfile(
            "; ",
            "MOOD",
            4,
            TagProfile.ModificationTime.KEPT,
            Map.of(new TextCodec().kind(), MultiValues.FIRST));

    WriteOutcome outcome = writer().write(plan(file), first, WriteOptions.DEFAULT, run);

    assertThat(outcome.after().get(TagField.GENRE).values()).containsExactly("Jazz");
    assertThat(entry().fields().get(0).intended()).containsExactly("Jazz");
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
  void writesAFileWhoseNameIsNoText() throws Exception {
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                "cp \"$1/song.txt\" \"$1/$(printf 'caf\\351\\nx.txt')\"",
                "sh",
                "" + folder)
            .inheritIO()
            .start();
    assertThat(shell.waitFor()).isZero();
    Path odd;
    try (Stream<Path> files = Files.list(folder)) {
      odd = files.filter(f -> f.toString().contains("caf")).findFirst().orElseThrow();
    }

    writer().write(plan(odd), TagProfile.DEFAULT, WriteOptions.DEFAULT, run);

    assertThat(Files.readString(odd)).contains("GENRE=Jazz");
    assertThat(Files.readString(entry().path())).contains("GENRE=Jazz");
    assertThat(odd.toUri().getRawPath()).endsWith("/caf%E9%0Ax.txt");
    assertNoTemporaryFile();
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
}
