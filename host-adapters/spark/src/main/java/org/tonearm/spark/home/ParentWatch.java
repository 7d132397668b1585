package org.tonearm.spark.home;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Ends a driver whose command was killed. Else it would go on writing for hours, unseen, and a
 * second one would take its files away.
 */
public final class ParentWatch {
  /** System property with the number of the process that started this one. */
  static final String PARENT = "tonearm.cluster.parent";

  private static final int EXIT = 143;
  private static final long GRACE_SECONDS = 60;

  private ParentWatch() {}

  /** Begins to watch, where {@link DriverProcess} started this process; else does nothing. */
  public static void begin() {
    String parent = System.getProperty(PARENT, "");
    if (!parent.isEmpty()) {
      Thread thread = new Thread(() -> await(Long.parseLong(parent)), "tonearm-parent");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void await(long parent) {
    // Whoever is no longer the parent has ended, even if its number was given to another process.
    Optional<ProcessHandle> process =
        ProcessHandle.current().parent().filter(handle -> handle.pid() == parent);
    process.ifPresent(handle -> handle.onExit().join());
    System.err.println("The command that started this job was ended; so is the job.");
    Thread last = new Thread(ParentWatch::halt, "tonearm-halt");
    last.setDaemon(true);
    last.start();
    // Spark's own hooks stop the session.
    System.exit(EXIT);
  }

  private static void halt() {
    try {
      TimeUnit.SECONDS.sleep(GRACE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT);
  }
}
