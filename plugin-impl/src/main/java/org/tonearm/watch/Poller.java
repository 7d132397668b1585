package org.tonearm.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** Asks for folders to be looked through again and again. Used by one thread. */
final class Poller {
  private final long pause;
  private final LongSupplier nanos;
  private final Set<Path> folders = new LinkedHashSet<>();
  private long next;

  /**
   * @param pause between two looks
   * @param nanos a clock as {@link System#nanoTime()}
   */
  Poller(Duration pause, LongSupplier nanos) {
    this.pause = pause.toNanos();
    this.nanos = nanos;
    this.next = nanos.getAsLong() + this.pause;
  }

  void add(Path folder) {
    folders.add(folder);
  }

  void remove(Path folder) {
    folders.remove(folder);
  }

  boolean polls(Path folder) {
    return folders.contains(folder);
  }

  /** All folders if the pause is over, else none. */
  Set<Path> due() {
    long now = nanos.getAsLong();
    if (folders.isEmpty() || now - next < 0) {
      return Set.of();
    }
    next = now + pause;
    return Set.copyOf(folders);
  }
}
