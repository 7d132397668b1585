package org.tonearm.panel.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Held by the panel that remembers how it is left, so that a second one does not write over what
 * the first one remembers. The system lets go of it when the process ends, however it ends; the
 * file stays.
 */
public final class StateLock implements AutoCloseable {
  /** Files of this process: on Unix, closing any channel of a file loses all its locks on it. */
  private static final Set<Path> OWN = new HashSet<>();

  private final Path key;
  private final Optional<FileChannel> channel;
  private boolean let;

  private StateLock(Path key, Optional<FileChannel> channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Takes it, unless another panel has it. Where there are no locks, it is taken.
   *
   * @param state the file in which the state is remembered
   */
  public static Optional<StateLock> take(Path state) {
    synchronized (OWN) {
      Path file = state.toAbsolutePath().normalize();
      Path key = file.resolveSibling(file.getFileName() + ".lock");
      if (!OWN.add(key)) {
        return Optional.empty();
      }
      Optional<StateLock> lock = taken(key);
      if (lock.isEmpty()) {
        OWN.remove(key);
      }
      return lock;
    }
  }

  private static Optional<StateLock> taken(Path key) {
    FileChannel channel;
    try {
      Files.createDirectories(key.getParent());
      channel = FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      return Optional.of(new StateLock(key, Optional.empty()));
    }
    StateLock lock = new StateLock(key, Optional.of(channel));
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return Optional.of(lock);
      }
    } catch (OverlappingFileLockException e) {
      // A panel of this very process, of other class loaders.
    } catch (IOException e) {
      return Optional.of(lock);
    }
    lock.shut();
    return Optional.empty();
  }

  @Override
  public void close() {
    synchronized (OWN) {
      if (!let) {
        let = true;
        OWN.remove(key);
        shut();
      }
    }
  }

  private void shut() {
    try {
      if (channel.isPresent()) {
        channel.get().close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
  }
}
