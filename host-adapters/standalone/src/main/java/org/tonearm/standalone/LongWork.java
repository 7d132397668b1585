package org.tonearm.standalone;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tonearm.api.TonearmException;

/**
 * Work of hours that may be killed at any moment and goes on from what it has kept. On Ctrl-C it is
 * asked to end and, where it is deep in a step that does not listen, left to the process's end.
 */
final class LongWork {
  private static final long POLL_MILLIS = 100;
  private static final long PATIENCE_MILLIS = 3000;

  private final Workplace workplace;

  LongWork(Workplace workplace) {
    this.workplace = workplace;
  }

  /**
   * Does the work on a thread of its own.
   *
   * @throws InterruptedException if the user interrupted
   */
  <T> T run(Callable<T> work) throws TonearmException, IOException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "long work");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (workplace.cancellation().requested()) {
          thread.interrupt();
          thread.join(PATIENCE_MILLIS);
          workplace
              .terminal()
              .err()
              .println("Interrupted: what was done is kept; the same command goes on from there.");
          throw new InterruptedException();
        }
      } catch (ExecutionException e) {
        throw cause(e);
      }
    }
  }

  private static RuntimeException cause(ExecutionException e)
      throws TonearmException, IOException, InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof TonearmException told) {
      throw told;
    }
    if (cause instanceof IOException io) {
      throw io;
    }
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException own ? own : new IllegalStateException(cause);
  }
}
