package org.tonearm.tag.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.tag.journal.EntryState;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;

/** What others do to a song, its folder, its disk or the journal while it is being written. */
class HindranceTest {
  @TempDir private Path folder;
  private KillTrial trial;

  /** Something that happens when a step was reached. */
  @FunctionalInterface
  private interface Event {
    void happen() throws Exception;
  }

  @BeforeEach
  void makeSong() throws Exception {
    Path real = folder.toRealPath();
    Path song = KillSongs.makeFlac(real.resolve("originals"));
    trial = new KillTrial(SubjectJava.plain(), "flac", song, song, real.resolve("trial"));
  }

  @Test
  void aFolderThatBecomesReadOnlyMidway() throws Exception {
    trial = trial.by(withoutRootsRights());
    Path music = trial.song().getParent();
    assertThat(write(WriteStep.PLANNED, () -> mode(music, "r-xr-xr-x")))
        .startsWith("failed folder-read-only");
    mode(music, "rwxr-xr-x");
    assertUntouched();
    assertThat(entries(1)).singleElement().returns(EntryState.FAILED, JournalEntry::state);
  }

  @Test
  void aFolderThatBecomesReadOnlyWhenTheCopyIsThere() throws Exception {
    trial = trial.by(withoutRootsRights());
    Path music = trial.song().getParent();
    assertThat(write(WriteStep.SYNCED, () -> mode(music, "r-xr-xr-x")))
        .startsWith("failed folder-read-only");
    mode(music, "rwxr-xr-x");
    // The copy could not be removed then; it is when the journal is next opened.
    assertThat(entries(1)).singleElement().returns(EntryState.FAILED, JournalEntry::state);
    assertUntouched();
  }

  @Test
  void aSongThatBecomesReadOnlyMidway() throws Exception {
    trial = trial.by(withoutRootsRights());
    assertThat(write(WriteStep.SYNCED, () -> mode(trial.song(), "r--r--r--")))
        .startsWith("failed file-read-only");
    assertUntouched();
  }

  @Test
  void aSongThatIsDeletedMidway() throws Exception {
    assertThat(write(WriteStep.REWRITTEN, () -> Files.delete(trial.song())))
        .startsWith("failed ")
        .containsAnyOf("changed-meanwhile", "missing");
    assertThat(beside()).isEmpty();
  }

  @Test
  void aSongThatIsReplacedWhileTheJournalIsWritten() throws Exception {
    byte[] other = {1, 2, 3};
    assertThat(write(WriteStep.JOURNALED, () -> Files.write(trial.song(), other)))
        .startsWith("failed changed-meanwhile");
    assertThat(trial.song()).hasBinaryContent(other);
    assertThat(beside()).containsExactly(trial.song());
  }

  @Test
  void aFolderThatGoesAwayAndComesBack() throws Exception {
    Path music = trial.song().getParent();
    Path away = folder.resolve("away");
    assertThat(write(WriteStep.SYNCED, () -> Files.move(music, away)))
        .startsWith("failed changed-meanwhile");
    assertThat(entries(1))
        .singleElement()
        .satisfies(e -> assertThat(e.state()).isNotIn(EntryState.FAILED, EntryState.DONE));
    Files.move(away, music);
    assertThat(entries(1)).singleElement().returns(EntryState.FAILED, JournalEntry::state);
    assertUntouched();
  }

  @Test
  void aRenameThatIsReportedAsFailedAndWasDone() throws Exception {
    Path music = trial.song().getParent();
    String told =
        write(
            WriteStep.JOURNALED,
            () -> {
              try (Stream<Path> files = Files.list(music)) {
                Path copy =
                    files
                        .filter(f -> f.getFileName().toString().startsWith(".tonearm-"))
                        .findFirst()
                        .orElseThrow();
                Files.move(copy, trial.song(), StandardCopyOption.REPLACE_EXISTING);
              }
            });
    assertThat(told).isEqualTo("written");
    assertThat(entries(1)).singleElement().returns(EntryState.DONE, JournalEntry::state);
  }

  @Test
  void aSongThatAnotherProgramHoldsLockedForAWhile() throws Exception {
    List<FileChannel> channels = new ArrayList<>();
    try (SubjectProcess subject = trial.start("paced")) {
      FileChannel channel =
          FileChannel.open(trial.song(), StandardOpenOption.READ, StandardOpenOption.WRITE);
      channels.add(channel);
      subject.ready();
      subject.go();
      String outcome = "";
      for (String line = subject.line(); line != null; line = subject.line()) {
        if (line.equals("ATTRIBUTES_KEPT")) {
          channel.lock();
        }
        outcome = line.startsWith("failed") || line.startsWith("written") ? line : outcome;
        subject.go();
        if (line.equals("SYNCED")) {
          TimeUnit.MILLISECONDS.sleep(100);
          assertThat(Files.mismatch(trial.song(), trial.original())).isNegative();
          channel.close(); // and with it the lock
        }
      }
      assertThat(outcome).isEqualTo("written");
    } finally {
      for (FileChannel channel : channels) {
        channel.close();
      }
    }
  }

  @Test
  void aJournalThatIsDamaged() throws Exception {
    Files.createDirectories(trial.journal().getParent());
    Files.writeString(trial.journal(), "SQLite format 3\0 and then nothing sensible".repeat(200));
    assertThat(write(WriteStep.PLANNED, () -> {})).startsWith("failed journal");
    assertUntouched();
  }

  @Test
  void aDiskThatIsFullForTheCopyAndForTheJournal() throws Exception {
    Path disk = Files.createDirectories(trial.folder());
    long song = Files.size(trial.original());
    assumeTrue(
        Unix.works("mount", "-t", "tmpfs", "-o", "size=4m", "tonearm-test", disk.toString()),
        "a small disk can't be mounted here (needs root)");
    try {
      Path filler = disk.resolve("filler");
      // Room for the song, and then for half a copy of it.
      assertThat(write(WriteStep.PLANNED, () -> fill(filler, disk, song / 2)))
          .startsWith("failed no-space");
      assertUntouched();
      Files.delete(filler);
      // No room at all once the copy is there: the journal's note before the rename fails.
      assertThat(again(WriteStep.SYNCED, () -> fill(filler, disk, 0))).startsWith("failed journal");
      Files.delete(filler);
      assertThat(entries(2)).singleElement().returns(EntryState.FAILED, JournalEntry::state);
      assertUntouched();
      // The same after the rename: the song is written, and the entry settled later.
      assertThat(again(WriteStep.RENAMED, () -> fill(filler, disk, 0)))
          .startsWith("written with warnings");
      Files.delete(filler);
      assertThat(entries(3)).singleElement().returns(EntryState.DONE, JournalEntry::state);
      assertThat(Files.mismatch(trial.song(), trial.original())).isNotNegative();
      assertThat(beside()).containsExactly(trial.song());
    } finally {
      assertThat(Unix.works("umount", disk.toString())).isTrue();
    }
  }

  /** Leaves so much free and no more. */
  private static void fill(Path filler, Path disk, long free) throws IOException {
    byte[] page = new byte[4096];
    try (FileChannel channel =
        FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (Files.getFileStore(disk).getUsableSpace() >= free + page.length) {
        channel.write(ByteBuffer.wrap(page));
      }
    }
  }

  /** Writes the song, lets something happen after a step, and gives what came of it. */
  private String write(WriteStep at, Event event) throws Exception {
    try (SubjectProcess subject = trial.start("paced")) {
      return paced(subject, at, event);
    }
  }

  /** The same with the song and journal that are there. */
  private String again(WriteStep at, Event event) throws Exception {
    try (SubjectProcess subject =
        SubjectProcess.writing(
            trial.java(), "paced", trial.song(), trial.journal(), folder.resolve("w-" + at))) {
      return paced(subject, at, event);
    }
  }

  private static String paced(SubjectProcess subject, WriteStep at, Event event) throws Exception {
    String outcome = "nothing";
    subject.ready();
    subject.go();
    for (String line = subject.line(); line != null; line = subject.line()) {
      if (line.equals(at.name())) {
        event.happen();
      }
      if (line.matches("(written|unchanged|failed).*") && outcome.equals("nothing")) {
        outcome = line;
      }
      if (!line.equals("over")) {
        subject.go();
      }
    }
    subject.exit(); // while it lives, its open entries are its own affair
    return outcome;
  }

  private List<JournalEntry> entries(long run) throws Exception {
    try (Journal journal = Journal.open(trial.journal())) {
      return journal.entries(run);
    }
  }

  private void assertUntouched() throws IOException {
    assertThat(Files.mismatch(trial.song(), trial.original())).isNegative();
    assertThat(beside()).containsExactly(trial.song());
  }

  private List<Path> beside() throws IOException {
    try (Stream<Path> files = Files.list(trial.song().getParent())) {
      return files.toList();
    }
  }

  private static void mode(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** Root may write where modes forbid it; a process without that right is like any user. */
  private static List<String> withoutRootsRights() throws Exception {
    if (!Unix.root()) {
      return List.of();
    }
    List<String> command =
        List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all");
    List<String> probe = new ArrayList<>(command);
    probe.add("true");
    assumeTrue(
        Unix.works(probe.toArray(String[]::new)),
        "root's rights can't be given up here (needs setpriv, Debian package util-linux)");
    return command;
  }
}
