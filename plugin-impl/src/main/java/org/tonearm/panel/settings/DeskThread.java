package org.tonearm.panel.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tonearm.api.TonearmException;
import org.tonearm.panel.Notice;

/** Runs errands of the settings one after the other, off the event thread; tells what failed. */
final class DeskThread implements AutoCloseable {
  private final Executor screen;
  private final Consumer<Notice> notices;
  private final ScheduledExecutorService thread;
  private Optional<ScheduledFuture<?>> repeated = Optional.empty();

  /** What is done off the event thread. */
  @FunctionalInterface
  interface Errand {
    void go() throws TonearmException;
  }

  /**
   * @param screen runs on the event thread what it is given, in order
   * @param notices told there of what went wrong
   */
  DeskThread(Executor screen, Consumer<Notice> notices) {
    this.screen = screen;
    this.notices = notices;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            runnable -> {
              Thread made = new Thread(runnable, "tonearm-settings");
              made.setDaemon(true);
              return made;
            });
  }

  /** Does something after what was asked for before; nothing once this was closed. */
  void run(Errand errand) {
    run(errand, () -> {});
  }

  /**
   * The same.
   *
   * @param failed run on the event thread if it went wrong, before that is told
   */
  void run(Errand errand, Runnable failed) {
    try {
      thread.execute(
          () -> {
            try {
              errand.go();
            } catch (TonearmException | RuntimeException e) {
              screen.execute(failed);
              screen.execute(() -> notices.accept(Notice.of(e)));
            }
          });
    } catch (RejectedExecutionException e) {
      // It was closed; nobody waits for an answer.
    }
  }

  /** Does something now and again and again, so many milliseconds apart, until this is closed. */
  void repeat(Runnable errand, long millis) {
    repeated = Optional.of(thread.scheduleWithFixedDelay(errand, 0, millis, TimeUnit.MILLISECONDS));
  }

  /** Waits, after it was closed, until all that was asked for before is done. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    repeated.ifPresent(task -> task.cancel(false));
    thread.shutdown();
  }
}
