package org.tonearm.library.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Says to other processes that this one has the index open, by a lock on a file beside it. Whoever
 * would set the index aside must be alone: a process that has it open would go on writing into a
 * file that has another name by then. The system drops the lock with the process.
 */
final class IndexHold implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileChannel channel;

  private IndexHold(FileChannel channel) {
    this.channel = channel;
  }

  /** With others. */
  static IndexHold shared(Path index, Duration patience) throws IOException, IndexException {
    return take(index, true, patience);
  }

  /** Alone. */
  static IndexHold alone(Path index, Duration patience) throws IOException, IndexException {
    return take(index, false, patience);
  }

  private static IndexHold take(Path index, boolean shared, Duration patience)
      throws IOException, IndexException {
    FileChannel channel =
        FileChannel.open(
            index.resolveSibling(index.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!locked(channel, shared)) {
        if (System.nanoTime() > end) {
          throw IndexFaults.locked(index, null);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      return new IndexHold(channel);
    } catch (IOException | IndexException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel channel, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // This very process holds it already, shared: that is enough to share it once more.
      return shared;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The system drops the lock at the latest when the process ends.
    }
  }
}
