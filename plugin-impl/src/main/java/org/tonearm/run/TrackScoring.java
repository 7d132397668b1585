package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.tonearm.api.classify.WindowResult;

/**
 * One model listening to one track. Windows are scored as they fill, together with those of other
 * tracks; only their scores are kept. Confined to one thread.
 */
final class TrackScoring {
  private record Pending(
      double startSeconds, double endSeconds, CompletableFuture<WindowResult> result) {}

  private final ModelInUse model;
  private final WindowBatches batches;
  private final WindowCutter cutter;
  private final List<Pending> windows = new ArrayList<>();

  TrackScoring(ModelInUse model, WindowBatches batches) {
    this.model = model;
    this.batches = batches;
    this.cutter =
        new WindowCutter(
            model.classifier().info().windowFrames(),
            (double) model.extractor().hop() / model.extractor().sampleRate(),
            this::take);
  }

  ModelInUse model() {
    return model;
  }

  /** Where frames go. */
  WindowCutter cutter() {
    return cutter;
  }

  /** The track ends. */
  void finish() {
    cutter.finish();
  }

  /**
   * The scores of all windows, in their order.
   *
   * @throws InterruptedException if the calling thread is interrupted while another scores them
   */
  List<WindowScore> scores() throws InterruptedException {
    if (windows.stream().anyMatch(window -> !window.result().isDone())) {
      batches.flush();
    }
    List<WindowScore> scores = new ArrayList<>(windows.size());
    for (Pending window : windows) {
      scores.add(new WindowScore(window.startSeconds(), window.endSeconds(), result(window)));
    }
    return scores;
  }

  private static WindowResult result(Pending window) throws InterruptedException {
    try {
      return window.result().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a window could not be scored", e.getCause());
    }
  }

  private void take(WindowCutter.Window window) {
    windows.add(
        new Pending(
            window.startSeconds(), window.endSeconds(), batches.add(model.heard(window.frames()))));
  }
}
