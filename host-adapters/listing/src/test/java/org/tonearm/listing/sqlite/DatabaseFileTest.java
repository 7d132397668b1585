package org.tonearm.listing.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.host.HostException;

final class DatabaseFileTest {
  @TempDir Path temp;

  /** So large that the writer is sure to come in between. */
  @Test
  void leavesNoHalfCopiesOfADatabaseThatDoesNotHoldStill() throws Exception {
    Path database = temp.resolve("a.db");
    try (RandomAccessFile file = new RandomAccessFile(database.toFile(), "rw")) {
      file.setLength(30_000_000);
    }
    AtomicBoolean done = new AtomicBoolean();
    Thread writer = new Thread(() -> touch(database, done));
    writer.start();
    try {
      // On a busy machine the writer may not come in between of each of the five tries.
      boolean told = false;
      for (int i = 0; i < 50 && !told; i++) {
        told = refused(database, Files.createDirectory(temp.resolve("copies" + i)));
      }
      assertThat(told).isTrue();
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private static boolean refused(Path database, Path folder) throws IOException {
    try {
      Files.delete(new DatabaseFile(database).copyInto(folder));
      return false;
    } catch (HostException e) {
      assertThat(e.code()).isEqualTo("library-changed");
      return true;
    } finally {
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void tellsWhichSideOfACopyFailed() throws IOException {
    Path database = Files.writeString(temp.resolve("a.db"), "x");
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> new DatabaseFile(database).copyInto(temp.resolve("no such folder")))
        .withMessageContaining("No temporary copy of the library")
        .satisfies(e -> assertThat(e.remedy()).contains("TMPDIR"));
    Files.delete(database);
    assertThatExceptionOfType(HostException.class)
        .isThrownBy(() -> new DatabaseFile(database).copyInto(temp))
        .withMessageContaining("a.db: can't be read");
  }

  @Test
  void keepsTheShareOfAPath() {
    assertThat(DatabaseFile.url(URI.create("file://nas/music/a%20b.db")))
        .isEqualTo("jdbc:sqlite:file:////nas/music/a%20b.db");
    assertThat(DatabaseFile.url(URI.create("file:///C:/a.db")))
        .isEqualTo("jdbc:sqlite:file:/C:/a.db");
    assertThat(DatabaseFile.url(URI.create("file:///a.db"))).isEqualTo("jdbc:sqlite:file:/a.db");
  }

  private static void touch(Path file, AtomicBoolean done) {
    try {
      for (long time = 1_000_000; !done.get(); time += 1000) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(time));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
