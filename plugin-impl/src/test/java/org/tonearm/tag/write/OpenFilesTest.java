package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.EntryState;

class OpenFilesTest extends WritingFixture {
  private static final String DOWNLOAD = "exec 3>>\"$1\"; echo; read line; printf more >&3";

  @BeforeEach
  void onlyOnLinux() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/fdinfo")), "There is no /proc here.");
  }

  @Test
  void aFileThatIsOpenToWriteIsKnown() throws Exception {
    Path written = folder.resolve("written.mp3");
    OpenFiles open = new OpenFiles();
    try (InputStream reading = Files.newInputStream(file);
        OutputStream writing = Files.newOutputStream(written)) {
      assertThat(reading.read()).isPositive();
      writing.write(1);
      assertThat(open.test(written)).isTrue();
      assertThat(open.test(file)).isFalse();
      assertThat(OpenFiles.ofOthers().test(written)).isFalse();
    }
    assertThat(open.test(written)).isFalse();
  }

  /** As a download is by a program in a container, where folders have other names. */
  @Test
  void aFileIsKnownByAnotherPathToo() throws Exception {
    Path written = folder.resolve("song.mp3");
    Path inside = Files.createDirectories(folder.resolve("container")).resolve("song.mp3");
    try (OutputStream writing = Files.newOutputStream(written)) {
      writing.write(1);
      Files.createLink(inside, written);
      Path other = Files.createDirectories(folder.resolve("other")).resolve("song.mp3");
      Files.writeString(other, "another of the name");
      assertThat(new OpenFiles().test(inside)).isTrue();
      assertThat(new OpenFiles().test(other)).isFalse();
    }
    assertThat(new OpenFiles().test(inside)).isFalse();
  }

  @Test
  void whoOnlyLocksAFileDoesNotWriteToIt() throws Exception {
    try (OriginalLock lock = OriginalLock.of(file, OriginalLock.PATIENCE)) {
      assertThat(lock).isNotNull();
      assertThat(new OpenFiles().test(file)).isFalse();
    }
    try (FileChannel synced =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
      assertThat(synced.isOpen()).isTrue();
      assertThat(new OpenFiles().test(file)).isTrue();
    }
  }

  @Test
  void aSongThatAnotherProgramWritesToIsLeftAloneAndNothingOfItIsLost() throws Exception {
    byte[] old = Files.readAllBytes(file);
    TagWriter writer = writer();
    Process download = new ProcessBuilder("sh", "-c", DOWNLOAD, "sh", file.toString()).start();
    try {
      assertThat(download.getInputStream().read()).isEqualTo('\n');
      assertFails(
          "being-written",
          () -> writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run));
      assertThat(file).hasBinaryContent(old);
      assertNoTemporaryFile();
      assertThat(entry().state()).isEqualTo(EntryState.FAILED);

      download.getOutputStream().write('\n');
      download.getOutputStream().flush();
      assertThat(download.waitFor()).isZero();
      assertThat(Files.size(file)).isEqualTo(old.length + 4);
      assertThat(writer.write(plan(file), TagProfile.DEFAULT, WriteOptions.DEFAULT, run).written())
          .isTrue();
    } finally {
      download.destroy();
    }
  }
}
