package org.tonearm.tag.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The files of a salvage. The damaged journal is copied aside first; then the new one, complete and
 * on the disk, gets a name that tells so; then it takes the damaged one's place. A kill at any
 * instant leaves a journal in place, and whoever opens it next goes on from there.
 *
 * @param journal the journal, damaged
 */
record SalvageFiles(Path journal) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  static SalvageFiles of(Path journal) {
    return new SalvageFiles(journal.toAbsolutePath());
  }

  /** Where the new journal is made. */
  Path part() {
    return DiskFiles.beside(journal, ".salvage-part");
  }

  private Path complete() {
    return DiskFiles.beside(journal, ".salvaged");
  }

  /** Locked while the new journal is put in place; empty. */
  private Path turn() {
    return DiskFiles.beside(journal, ".salvage-turn");
  }

  /** The log, which SQLite would take for the new journal's if it were left. */
  private Path log() {
    return DiskFiles.beside(journal, "-wal");
  }

  void removePart() throws IOException {
    for (String ending : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(DiskFiles.beside(part(), ending));
    }
  }

  /** Keeps the damaged journal under another name, with its log; gives that name. */
  Path setAside() throws IOException {
    String ending = ".corrupt-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
    Path aside = DiskFiles.unused(DiskFiles.beside(journal, ending));
    Files.copy(journal, aside);
    DiskFiles.sync(aside);
    if (Files.exists(log())) {
      Path asideLog = DiskFiles.beside(aside, "-wal");
      Files.copy(log(), asideLog);
      DiskFiles.sync(asideLog);
    }
    DiskFiles.syncFolder(journal.getParent());
    return aside;
  }

  /** The new journal, closed, is complete. Only after {@link #setAside}. */
  void completed() throws IOException {
    DiskFiles.sync(part());
    Files.move(part(), complete(), StandardCopyOption.ATOMIC_MOVE);
    DiskFiles.syncFolder(journal.getParent());
  }

  /**
   * Puts a complete new journal in place, if there is one. Of several that come across it, one does
   * it: another would delete the log that the first has begun to write.
   */
  void finish() throws IOException {
    if (!Files.exists(complete())) {
      return;
    }
    synchronized (SalvageFiles.class) { // a lock on a file holds between processes alone
      try (FileChannel channel =
              FileChannel.open(turn(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock turn = channel.lock()) {
        if (turn.isValid() && Files.exists(complete())) {
          putInPlace();
        }
        Files.deleteIfExists(turn());
      }
    }
  }

  private void putInPlace() throws IOException {
    Files.deleteIfExists(log());
    Files.deleteIfExists(DiskFiles.beside(journal, "-shm"));
    Soundness.unmark(journal);
    DiskFiles.syncFolder(journal.getParent());
    Files.move(complete(), journal, StandardCopyOption.ATOMIC_MOVE);
    DiskFiles.syncFolder(journal.getParent());
  }
}
