package org.tonearm.tag.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What tells a process from a later one of the same number.
 *
 * @param pid the process's number
 * @param started milliseconds since 1970; 0 if the system does not tell
 */
record ProcessIdentity(long pid, long started) {
  /**
   * The start is told in ticks since the machine's start, whose own time moves when the clock is
   * set; two readings of one process differ by up to a second.
   */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  static ProcessIdentity own() {
    ProcessHandle process = ProcessHandle.current();
    return new ProcessIdentity(process.pid(), started(process));
  }

  boolean live() {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isPresent() && sameStart(started(process.get()));
  }

  private boolean sameStart(long other) {
    return started == 0 || other == 0 || Math.abs(started - other) <= TOLERANCE.toMillis();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
