package org.tonearm.panel.sound;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands in for the event thread: runs errands on the test's own. */
final class Screen implements Executor {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Runnable> errands = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable errand) {
    errands.add(errand);
  }

  /** Runs errands until something is so. */
  void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Runnable errand = errands.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (errand == null) {
        throw new AssertionError("nothing comes any more");
      }
      errand.run();
    }
  }
}
