package org.tonearm.spark.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the hearing of a recording that never ends: the thread is interrupted, and where native code
 * does not heed that, the executor is given up. Its tasks are then run again elsewhere, with every
 * file decoded in a process of its own.
 */
final class Deadline {
  private static final long LEAST_SECONDS = 600;
  private static final long GRACE_SECONDS = 120;
  private static final int EXIT = 75;
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "tonearm-deadline");
            thread.setDaemon(true);
            return thread;
          });

  private final Thread thread;
  private final Future<?> interrupt;
  private final Future<?> halt;
  private boolean passed;
  private boolean ended;

  private Deadline(Thread thread, String uri, long seconds) {
    this.thread = thread;
    this.interrupt = CLOCK.schedule(this::interrupt, seconds, TimeUnit.SECONDS);
    this.halt =
        CLOCK.schedule(
            () -> halt(uri, seconds + GRACE_SECONDS), seconds + GRACE_SECONDS, TimeUnit.SECONDS);
  }

  /** Begins to count: ten minutes, and four times the recording's length as it is guessed. */
  static Deadline forThisThread(Recording recording) {
    double guess = Recording.seconds(recording.uri(), recording.size());
    return new Deadline(
        Thread.currentThread(), recording.uri(), LEAST_SECONDS + (long) (4 * guess));
  }

  private static void halt(String uri, long seconds) {
    System.err.println(told(uri, seconds));
    System.err.flush();
    Runtime.getRuntime().halt(EXIT);
  }

  /** The last words of a process, in the log of its executor. */
  static String told(String uri, long seconds) {
    return Names.shown(uri)
        + ": decoding it has not ended after "
        + seconds
        + " seconds and heeds no interrupt; this process is given up.";
  }

  private synchronized void interrupt() {
    if (!ended) {
      passed = true;
      thread.interrupt();
    }
  }

  /** True if the thread was interrupted by this. */
  synchronized boolean passed() {
    return passed;
  }

  /**
   * The recording is done with.
   *
   * @return whether an interrupt of this came too late to be heeded, and was taken back
   */
  synchronized boolean end() {
    ended = true;
    interrupt.cancel(false);
    halt.cancel(false);
    return passed && Thread.interrupted();
  }
}
