package org.tonearm.run.lock;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;

/**
 * Held by a run that writes, so that two of them on one data folder go one after the other. The
 * system lets go of it when its process ends, however it ends; the file stays, and says who held
 * the lock last. Belongs to the run; any thread may close it.
 */
public final class RunLock implements AutoCloseable {
  /** Locked in place of the text, which others must be able to read on every system. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /** A holder may not have written its name yet; it is given this many pauses to do so. */
  private static final int GRACE = 5;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock, and waits for it if need be. Where the file system has no locks, the user is
   * told so and the run goes on: each file is looked at again before it is replaced.
   *
   * @param folder the data folder; made if it is not there
   * @param commandLine of the own run, shown to others that wait
   * @throws ConfigurationException {@code run-busy} if another run writes and this one is not to
   *     wait; {@code journal-io} if the data folder can't be written
   * @throws InterruptedException if the waiting was given up
   */
  public static RunLock take(Path folder, String commandLine, Waiting waiting)
      throws ConfigurationException, InterruptedException {
    FileChannel channel = open(folder);
    boolean taken = false;
    try {
      take(channel, waiting);
      Holder.own(commandLine).write(channel);
      taken = true;
      return new RunLock(channel);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } finally {
      if (!taken) {
        close(channel);
      }
    }
  }

  private static FileChannel open(Path folder) throws ConfigurationException {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("run.lock"),
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static void take(FileChannel channel, Waiting waiting)
      throws IOException, ConfigurationException, InterruptedException {
    String told = "";
    for (int attempt = 1; !tried(channel, waiting); attempt++) {
      Optional<Holder> holder = Holder.read(channel).filter(RunLock::lives);
      if (holder.isPresent() || attempt >= GRACE) {
        ZoneId zone = ZoneId.systemDefault();
        String who = holder.map(h -> h.shown(zone, LocalDate.now(zone))).orElse("unknown");
        if (!waiting.patient()) {
          throw busy(who);
        }
        if (!who.equals(told)) {
          told = who;
          waiting.told().accept("Another run is writing (" + who + "). Waiting; Ctrl-C to leave.");
        }
      }
      Thread.sleep(waiting.pause().toMillis());
      if (waiting.givenUp().getAsBoolean()) {
        throw new InterruptedException("gave up waiting for another run");
      }
    }
  }

  private static boolean tried(FileChannel channel, Waiting waiting) {
    try {
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // another run of this very process
    } catch (IOException e) {
      waiting
          .told()
          .accept(
              "Can't tell whether another run is writing, since the data folder's file system has"
                  + " no locks ("
                  + e.getMessage()
                  + "). Going on.");
      return true;
    }
  }

  private static boolean lives(Holder holder) {
    return ProcessHandle.of(holder.pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  private static ConfigurationException busy(String who) {
    return new ConfigurationException(
        "run-busy",
        "Another run is writing (" + who + "), and this one was told not to wait.",
        "Try again when it is done, or leave --no-wait out.");
  }

  private static ConfigurationException unwritable(Path folder, IOException cause) {
    return new ConfigurationException(
        "journal-io",
        "The data folder " + folder + " can't be written to: " + cause.getMessage(),
        "Make it writable, free space on its disk, or name another folder by TONEARM_HOME.",
        cause);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
  }

  @Override
  public void close() {
    close(channel);
  }
}
