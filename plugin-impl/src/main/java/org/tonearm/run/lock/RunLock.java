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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tonearm.api.ConfigurationException;

/**
 * Held by a run that writes, so that two of them on one data folder go one after the other. The
 * system lets go of it when its process ends, however it ends; the file stays, and says who held
 * the lock last. Belongs to the run; any thread may close it.
 */
public final class RunLock implements AutoCloseable {
  private static final String FILE = "run.lock";

  /** Locked in place of the text, which others must be able to read on every system. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  /** A holder may not have written its name yet; it is given this many pauses to do so. */
  private static final int GRACE = 5;

  /**
   * Runs of this process, by real data folder. On Unix a process that closes any channel of a file
   * loses all its locks on it; so none is opened while a run of its own has or awaits the lock.
   */
  private static final Map<Path, Holder> OWN = new HashMap<>();

  private final FileChannel channel;
  private final Path key;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RunLock(FileChannel channel, Path key) {
    this.channel = channel;
    this.key = key;
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
    try {
      Path key = Files.createDirectories(folder).toRealPath();
      Holder own = Holder.own(commandLine);
      await(() -> enter(key, own), () -> inside(key), waiting);
      return takeFromOthers(key, commandLine, waiting);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static RunLock takeFromOthers(Path key, String commandLine, Waiting waiting)
      throws IOException, ConfigurationException, InterruptedException {
    FileChannel channel = null;
    boolean taken = false;
    try {
      FileChannel opened = open(key);
      channel = opened;
      await(
          () -> tried(opened, waiting), () -> Holder.read(opened).filter(RunLock::lives), waiting);
      Holder.own(commandLine).write(opened);
      taken = true;
      return new RunLock(opened, key);
    } finally {
      if (!taken) {
        leave(channel, key);
      }
    }
  }

  private static synchronized boolean enter(Path key, Holder own) {
    return OWN.putIfAbsent(key, own) == null;
  }

  private static synchronized Optional<Holder> inside(Path key) {
    return Optional.ofNullable(OWN.get(key));
  }

  private static synchronized void leave(FileChannel channel, Path key) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    } finally {
      OWN.remove(key);
    }
  }

  /**
   * Number of the process that holds the lock now (this one also while a run of it awaits the
   * lock); empty if none does, or it has not written its name yet. Takes nothing away from anybody:
   * a run that begins at this very moment tries again.
   *
   * @throws IOException if that can't be told, as where the file system has no locks
   */
  public static synchronized OptionalLong holder(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      return OptionalLong.empty();
    }
    Path key = folder.toRealPath();
    if (OWN.containsKey(key)) {
      return OptionalLong.of(OWN.get(key).pid());
    }
    try (FileChannel channel = FileChannel.open(key.resolve(FILE), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(LOCKED_BYTE, 1, true)) {
      Optional<Holder> holder = lock == null ? Holder.read(channel) : Optional.empty();
      return holder.isPresent() ? OptionalLong.of(holder.get().pid()) : OptionalLong.empty();
    } catch (OverlappingFileLockException e) {
      return OptionalLong.of(ProcessHandle.current().pid());
    }
  }

  private static FileChannel open(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolve(FILE),
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** One try at the lock. */
  private interface Attempt {
    boolean succeeded() throws IOException;
  }

  /** Who has it, if that is known. */
  private interface Question {
    Optional<Holder> holder() throws IOException;
  }

  private static void await(Attempt attempt, Question question, Waiting waiting)
      throws IOException, ConfigurationException, InterruptedException {
    String told = "";
    for (int count = 1; !attempt.succeeded(); count++) {
      Optional<Holder> holder = question.holder();
      if ((holder.isPresent() && count > 1) || count >= GRACE) { // not for a glance of holder()
        ZoneId zone = ZoneId.systemDefault();
        String who = holder.map(h -> h.shown(zone, LocalDate.now(zone))).orElse("unknown");
        if (!waiting.patient()) {
          throw busy(who);
        }
        if (!who.equals(told)) {
          told = who;
          waiting.waitsFor().accept(who);
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
      return false; // another run of this very process, of other class loaders
    } catch (IOException e) {
      waiting.unlocked().accept(e.getMessage());
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

  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      leave(channel, key);
    }
  }
}
