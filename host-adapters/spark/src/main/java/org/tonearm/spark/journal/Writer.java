package org.tonearm.spark.journal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A process of a cluster.
 *
 * @param host its machine
 * @param pid its number there
 * @param started milliseconds since 1970; 0 if the system does not tell
 */
public record Writer(String host, long pid, long started) {
  /** A start is told in ticks since the machine's own, which moves when the clock is set. */
  private static final long TOLERANCE_MILLIS = 3_000;

  /** Checks for null. */
  public Writer {
    Objects.requireNonNull(host);
  }

  /** This process. */
  public static Writer own() {
    ProcessHandle process = ProcessHandle.current();
    return new Writer(ownHost(), process.pid(), started(process));
  }

  /** Whether it is known to have ended: it ran on this machine and is not here any more. */
  public boolean ended() {
    if (!host.equals(ownHost())) {
      return false;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    return process.isEmpty() || !sameStart(started(process.get()));
  }

  private boolean sameStart(long other) {
    return started == 0 || other == 0 || Math.abs(started - other) <= TOLERANCE_MILLIS;
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String ownHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
