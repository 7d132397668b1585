package org.tonearm.model.feature.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gathers the windows of all tracks under way into batches, which one thread of its own has
 * transformed. A batch goes when it is full, or when its first window has waited as long as the
 * settings allow. Thread-safe.
 */
public final class WindowGathering implements AutoCloseable {
  /** Bytes of windows that may wait; who brings more waits with them. */
  private static final int WAITING_BYTES = 128 << 20;

  /** Bytes of windows that one signal should have under way, to fill batches by itself. */
  private static final int AHEAD_BYTES = 16 << 20;

  private static final int MOST_AHEAD = 1024;

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Waiting(float[] window, CompletableFuture<float[][]> frames) {}

  private final ShrinkingTransform transform;
  private final BatchSettings settings;
  private final int samples;
  private final BlockingQueue<Waiting> queue;
  private final Thread thread;
  private boolean started;
  private volatile boolean closed;

  /**
   * @param transform used by the thread of this alone, and closed with it
   */
  WindowGathering(String name, ShrinkingTransform transform, BatchSettings settings) {
    this.transform = transform;
    this.settings = settings;
    this.samples = transform.fallback().samples();
    queue = new ArrayBlockingQueue<>(Math.max(2, WAITING_BYTES / (Float.BYTES * samples)));
    thread = new Thread(this::run, "features-" + name);
    thread.setDaemon(true);
  }

  /** Windows that one signal may have under way before it waits for the first of them. */
  public int ahead() {
    return Math.max(1, Math.min(MOST_AHEAD, AHEAD_BYTES / (Float.BYTES * samples)));
  }

  /**
   * Adds a window; waits while too many others do. An interrupt does not end the waiting, and is
   * kept.
   *
   * @param window of the transform's samples; not changed any more by the caller
   * @return its frames, done with the batch; fails if this is closed before
   * @throws IllegalArgumentException if the window is of another length
   */
  public CompletableFuture<float[][]> add(float[] window) {
    if (window.length != samples) {
      throw new IllegalArgumentException(
          "expected a window of " + samples + " samples, not " + window.length);
    }
    if (transform.fallen()) {
      // On the caller's thread, so that all cores go on.
      return CompletableFuture.completedFuture(
          transform.fallback().transform(List.of(window), 1)[0]);
    }
    Waiting waiting = new Waiting(window, new CompletableFuture<>());
    start();
    put(waiting);
    if (closed) {
      abandon(List.of(waiting));
    }
    return waiting.frames();
  }

  private synchronized void start() {
    if (!started && !closed) {
      started = true;
      thread.start();
    }
  }

  private void put(Waiting waiting) {
    boolean interrupted = false;
    boolean added = false;
    while (!added && !closed) {
      try {
        added = queue.offer(waiting, 100, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        work(gather());
      }
    } catch (InterruptedException e) {
      // Closed while it waited.
    } finally {
      closed = true;
      transform.close();
      List<Waiting> rest = new ArrayList<>();
      queue.drainTo(rest);
      abandon(rest);
    }
  }

  private List<Waiting> gather() throws InterruptedException {
    List<Waiting> batch = new ArrayList<>();
    batch.add(queue.take());
    try {
      int width = transform.width();
      long end = System.nanoTime() + settings.patience().toNanos();
      boolean inTime = true;
      while (inTime && batch.size() < width) {
        Waiting next = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        inTime = next != null && batch.add(next);
      }
      return batch;
    } catch (InterruptedException | RuntimeException | Error e) {
      abandon(batch);
      throw e;
    }
  }

  private void work(List<Waiting> batch) {
    try {
      List<float[][]> frames = transform.transform(batch.stream().map(Waiting::window).toList());
      for (int n = 0; n < frames.size(); n++) {
        batch.get(n).frames().complete(frames.get(n));
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(waiting -> waiting.frames().completeExceptionally(e));
    }
  }

  private static void abandon(List<Waiting> rest) {
    rest.forEach(
        waiting ->
            waiting
                .frames()
                .completeExceptionally(new IllegalStateException("the backend is closed")));
  }

  /** Ends the thread, after the batch at work; windows that still wait fail. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (!started) {
        return;
      }
    }
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
