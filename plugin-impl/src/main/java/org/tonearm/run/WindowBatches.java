package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.WindowResult;

/**
 * Gathers the windows of all tracks under way and has one model score them a few at a time. A batch
 * is scored by the thread that fills it, or by one whose track ends: so there are never more
 * threads at work than tracks, and no window waits for a track that has not come yet. Thread-safe.
 */
final class WindowBatches {
  /** Windows scored at once: where a batch stops making a window cheaper. */
  static final int BATCH = 8;

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Waiting(float[][] frames, CompletableFuture<WindowResult> result) {}

  private final Classifier classifier;
  private List<Waiting> waiting = new ArrayList<>(BATCH);

  WindowBatches(Classifier classifier) {
    this.classifier = classifier;
  }

  /**
   * Adds a window.
   *
   * @param frames not changed any more by the caller
   * @return done when the batch of the window is scored
   */
  CompletableFuture<WindowResult> add(float[][] frames) {
    Waiting window = new Waiting(frames, new CompletableFuture<>());
    List<Waiting> full = List.of();
    synchronized (this) {
      waiting.add(window);
      if (waiting.size() == BATCH) {
        full = take();
      }
    }
    score(full);
    return window.result();
  }

  /** Scores what waits; whose track ends must not wait for others to fill the batch. */
  void flush() {
    List<Waiting> rest;
    synchronized (this) {
      rest = take();
    }
    score(rest);
  }

  private List<Waiting> take() {
    List<Waiting> taken = waiting;
    waiting = new ArrayList<>(BATCH);
    return taken;
  }

  private void score(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      List<WindowResult> results = classifier.score(batch.stream().map(Waiting::frames).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException | Error e) {
      // Each track whose window is in this batch learns of it where it asks for its scores.
      batch.forEach(window -> window.result().completeExceptionally(e));
    }
  }
}
