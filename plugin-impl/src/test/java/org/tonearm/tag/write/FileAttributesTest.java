package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.text.TextCodec;

class FileAttributesTest {
  private static final int STRANGER = 12_345;

  /** An access list in the kernel's form: owner rw, user 1 rwx, group r, mask rwx, others none. */
  private static final String ACL =
      "0200000001000600ffffffff02000700010000000400"
          + "0400ffffffff10000700ffffffff20000000ffffffff";

  /** Gives the file's folder the same list for what is made in it. */
  private static final String DEFAULT_ACL =
      "os.setxattr(os.path.dirname(f), 'system.posix_acl_default', bytes.fromhex('" + ACL + "'))";

  private static final String OWN_ACL =
      "os.setxattr(f, 'system.posix_acl_access', bytes.fromhex('" + ACL + "'))";

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Path file;
  private Journal journal;
  private JournalRun run;

  @BeforeEach
  void makeFile() throws Exception {
    file = Files.write(folder.resolve("song.txt"), TextCodec.file("genre=Other\n", "audio"));
    journal = Journal.open(elsewhere.resolve("journal.db"));
    run = journal.begin("tag");
  }

  @AfterEach
  void closeJournal() {
    journal.close();
  }

  @Test
  void keepsAnAccessList() throws Exception {
    assumeTrue(
        python(OWN_ACL).isEmpty(),
        "needs python3 (Debian package python3) and a file system with access lists");

    write(WriteOptions.DEFAULT, StepListener.NONE);

    assertThat(python("print(os.getxattr(f, 'system.posix_acl_access').hex())")).isEqualTo(ACL);
    assertThat(python("print(oct(os.stat(f).st_mode & 0o7777))")).isEqualTo("0o670");
  }

  @Test
  void aFolderGivesAFileNoAccessListThatItHadNot() throws Exception {
    assumeTrue(
        python(DEFAULT_ACL).isEmpty(),
        "needs python3 (Debian package python3) and a file system with access lists");
    if (Unix.works("setfacl", "--version")) {
      write(WriteOptions.DEFAULT, StepListener.NONE);
      assertThat(python("print('system.posix_acl_access' in os.listxattr(f))")).isEqualTo("False");
      assertThat(Files.readString(file)).contains("GENRE=Jazz");
    } else {
      assertRefused("gives new files an access list", StepListener.NONE);
    }
  }

  @Test
  void leavesAFileAloneWhoseFolderGivesAnAccessListThatCantBeTakenAway() throws Exception {
    assumeTrue(
        python(DEFAULT_ACL).isEmpty(),
        "needs python3 (Debian package python3) and a file system with access lists");
    InheritedAccess access = new InheritedAccess(List.of("ls", "-ld", "--"), List.of("false"));
    FileAttributes attributes = new FileAttributes(file, access);
    Path copy = folder.resolve("copy");
    attributes.carryTo(copy);
    assertThatThrownBy(() -> attributes.settle(copy, false, false))
        .isInstanceOfSatisfying(
            TagException.class, e -> assertThat(e.code()).isEqualTo("attributes"));
    attributes.settle(copy, false, true);
    // Where none is given, nothing is different, whatever can be done about it.
    Path plain = Files.write(elsewhere.resolve("plain.txt"), new byte[3]);
    FileAttributes others = new FileAttributes(plain, access);
    Path other = elsewhere.resolve("other");
    others.carryTo(other);
    others.settle(other, false, false);
  }

  @Test
  void aListOfTheFilesOwnIsKeptOrTheFileIsLeftAloneWhereNothingCanBeTold() throws Exception {
    assumeTrue(
        python(DEFAULT_ACL).isEmpty() && python(OWN_ACL).isEmpty(),
        "needs python3 (Debian package python3) and a file system with access lists");
    Path copy = folder.resolve("copy");
    // It tells of all but the original, as if that had a name that is no text.
    InheritedAccess access =
        new InheritedAccess(
            List.of("bash", "-c", "case $1 in *song.txt) ;; *) ls -ld -- \"$1\" ;; esac", "sh"),
            List.of("setfacl", "-b", "--"));
    FileAttributes attributes = new FileAttributes(file, access);
    attributes.carryTo(copy);
    assertThatThrownBy(() -> attributes.settle(copy, false, false))
        .isInstanceOf(TagException.class)
        .hasMessageContaining("access list");
    file = copy;
    assertThat(python("print(os.getxattr(f, 'system.posix_acl_access').hex())"))
        .as("the list of user 1")
        .contains("0200070001000000");
  }

  @Test
  void keepsAnotherOwnerWhereTheProcessMay() throws Exception {
    giveAway(file);
    write(WriteOptions.DEFAULT, StepListener.NONE);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(STRANGER);
    assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(STRANGER);
  }

  @Test
  void leavesAFileWhoseOwnerCantBeKept() throws Exception {
    giveAway(file);
    // As if the process could not give the copy away.
    StepListener ours =
        (step, temporary) -> {
          if (step == WriteStep.VERIFIED) {
            Files.setAttribute(temporary, "unix:uid", 0);
          }
        };
    assertRefused("owner", ours);
    write(new WriteOptions(true), ours);
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(0);
    assertThat(Files.readString(file)).contains("GENRE=Jazz");
  }

  @Test
  void leavesAFileWhoseExtendedAttributesCantBeKept() throws Exception {
    view(file).write("rating", ByteBuffer.wrap("five".getBytes(StandardCharsets.UTF_8)));
    // As if the file system had not taken it.
    StepListener dropping =
        (step, temporary) -> {
          if (step == WriteStep.VERIFIED) {
            view(temporary).delete("rating");
          }
        };
    assertRefused("extended attributes", dropping);
    assertThat(view(file).list()).containsExactly("rating");
    write(new WriteOptions(true), dropping);
    assertThat(view(file).list()).isEmpty();
  }

  private void assertRefused(String what, StepListener steps) throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> write(WriteOptions.DEFAULT, steps))
        .isInstanceOfSatisfying(
            TagException.class,
            e -> {
              assertThat(e.code()).isEqualTo("attributes");
              assertThat(e.getMessage()).contains(what).contains("song.txt");
              assertThat(e.remedy()).contains("--allow-attribute-loss");
            });
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  private void write(WriteOptions options, StepListener steps) throws TagException {
    TagWriter writer =
        new TagWriter(new CodecRegistry(List.of(new TextCodec())), SecondReader.NONE, steps);
    TagEdit edit = new TagEdit(Map.of(TagField.GENRE, new TagEdit.SetValues(List.of("Jazz"))));
    writer.edit(
        file,
        new TextCodec().read(file, TagProfile.DEFAULT),
        edit,
        TagProfile.DEFAULT,
        options,
        run);
  }

  private static UserDefinedFileAttributeView view(Path path) {
    return Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
  }

  private static void giveAway(Path path) throws IOException {
    boolean given = true;
    try {
      Files.setAttribute(path, "unix:gid", STRANGER);
      Files.setAttribute(path, "unix:uid", STRANGER);
    } catch (FileSystemException e) {
      given = false;
    }
    assumeTrue(given, "only root may give a file away");
  }

  /** What a line of Python says of the file {@code f}; its complaint, if it fails. */
  private String python(String line) throws Exception {
    try {
      Process python =
          new ProcessBuilder("python3", "-c", "import os, sys; f = sys.argv[1]; " + line, "" + file)
              .redirectErrorStream(true)
              .start();
      String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      python.waitFor();
      return said.strip();
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
