package org.tonearm.model.feature.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The windows of one signal that are under way: hands on their frames in the order in which the
 * windows were added, on the thread that adds. Confined to one thread.
 */
public final class PendingWindows {
  private record Pending(CompletableFuture<float[][]> frames, int wanted) {}

  private final Consumer<float[]> sink;
  private final Deque<Pending> pending = new ArrayDeque<>();

  /**
   * @param sink receives the frames, fresh arrays that it owns
   */
  public PendingWindows(Consumer<float[]> sink) {
    this.sink = sink;
  }

  /**
   * Adds a window, and hands on what is ready. Waits for the oldest window if too many are under
   * way.
   *
   * @param gathering has it transformed
   * @param window not changed any more by the caller
   * @param wanted how many of its frames, from the first, are handed on
   */
  public void add(WindowGathering gathering, float[] window, int wanted) {
    pending.add(new Pending(gathering.add(window), wanted));
    while (!pending.isEmpty()
        && (pending.size() > gathering.ahead() || pending.element().frames().isDone())) {
      handOn();
    }
  }

  /** Waits for all windows. */
  public void finish() {
    while (!pending.isEmpty()) {
      handOn();
    }
  }

  private void handOn() {
    Pending oldest = pending.remove();
    float[][] frames;
    try {
      frames = oldest.frames().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("features were not computed: " + e.getCause(), e.getCause());
    }
    for (int n = 0; n < oldest.wanted(); n++) {
      sink.accept(frames[n]);
    }
  }
}
