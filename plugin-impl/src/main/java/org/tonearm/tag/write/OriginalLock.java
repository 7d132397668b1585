package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.tonearm.api.tag.TagException;

/**
 * An advisory lock on an original while it is being replaced, so that two programs that heed such
 * locks replace it one after the other. The later one finds another file under the name once it has
 * its turn: whoever holds this lock must look at the name again.
 *
 * <p>On POSIX systems a process loses its locks on a file when it closes any channel to that file;
 * so nothing may open the original while the lock is held. On other systems an open original can't
 * be replaced, and there is no lock, as there is none where the file system knows of none.
 */
final class OriginalLock implements AutoCloseable {
  /** How long another program may hold a file before it counts as locked. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long PAUSE_NANOS = 20_000_000;

  private final FileChannel channel;

  private OriginalLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param patience how long to wait for another program to let go of it
   * @throws TagException {@code file-locked} if that program does not; {@code file-read-only}
   * @throws IOException if the thread was interrupted
   */
  static OriginalLock of(Path file, Duration patience) throws IOException, TagException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return new OriginalLock(null);
    }
    FileChannel channel = open(file);
    if (channel == null) {
      return new OriginalLock(null);
    }
    boolean taken = false;
    try {
      take(file, channel, patience);
      taken = true;
      return new OriginalLock(channel);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  private static FileChannel open(Path file) throws TagException {
    try {
      // A lock against all others needs a channel that could write; nothing is written. By DSYNC
      // the OpenFiles of another Tonearm tell it from a channel of a program that writes.
      return FileChannel.open(
          file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    } catch (AccessDeniedException e) {
      throw WriteFault.fileReadOnly(file, e);
    } catch (IOException e) {
      // What is wrong with the file, if anything, shows when its name is looked at again.
      return null;
    }
  }

  private static void take(Path file, FileChannel channel, Duration patience)
      throws IOException, TagException {
    long end = System.nanoTime() + patience.toNanos();
    while (!tried(channel)) {
      if (System.nanoTime() - end > 0) {
        throw new TagException(
            "file-locked",
            file + " is locked by another program, so it was left alone",
            "Close the other program, or wait until it is done, and run again.");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        throw new ClosedByInterruptException();
      }
    }
  }

  /** True too where the file system knows no locks. */
  private static boolean tried(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another thread of this process, under another name of the file
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      return true;
    }
  }

  /** Never fails: the file may have been replaced, and with the process the lock goes anyway. */
  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // See above.
      }
    }
  }
}
