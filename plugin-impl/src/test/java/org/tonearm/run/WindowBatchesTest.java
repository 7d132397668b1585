package org.tonearm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonearm.api.Task;
import org.tonearm.api.classify.Classifier;
import org.tonearm.api.classify.ModelInfo;
import org.tonearm.api.classify.WindowResult;

@Timeout(60)
final class WindowBatchesTest {

  @Test
  void scoresWindowsOfSeveralTracksTogether() {
    Echo echo = new Echo();
    WindowBatches batches = new WindowBatches(echo);
    List<CompletableFuture<WindowResult>> results = new ArrayList<>();
    for (int i = 0; i < WindowBatches.BATCH - 1; i++) {
      results.add(batches.add(window(i)));
    }
    assertThat(results).noneMatch(CompletableFuture::isDone);
    results.add(batches.add(window(WindowBatches.BATCH - 1)));
    assertThat(echo.batches).containsExactly(WindowBatches.BATCH);
    for (int i = 0; i < WindowBatches.BATCH; i++) {
      assertThat(results.get(i).join().music()).isEqualTo(i);
    }
  }

  @Test
  void scoresWhatWaitsWhenATrackEnds() {
    Echo echo = new Echo();
    WindowBatches batches = new WindowBatches(echo);
    CompletableFuture<WindowResult> one = batches.add(window(1));
    CompletableFuture<WindowResult> other = batches.add(window(2));
    batches.flush();
    batches.flush();
    assertThat(echo.batches).containsExactly(2);
    assertThat(one.join().music()).isEqualTo(1);
    assertThat(other.join().music()).isEqualTo(2);
  }

  @Test
  void givesEachOfManyThreadsItsOwnResults() throws Exception {
    WindowBatches batches = new WindowBatches(new Echo());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> tracks = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int first = 1000 * t;
        tracks.add(
            () -> {
              List<CompletableFuture<WindowResult>> results = new ArrayList<>();
              for (int i = 0; i < 501; i++) {
                results.add(batches.add(window(first + i)));
              }
              batches.flush();
              for (int i = 0; i < 501; i++) {
                if (results.get(i).get(30, TimeUnit.SECONDS).music() != first + i) {
                  return false;
                }
              }
              return true;
            });
      }
      for (Future<Boolean> track : threads.invokeAll(tracks)) {
        assertThat(track.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void tellsEachTrackOfABatchThatFailed() {
    WindowBatches batches =
        new WindowBatches(
            new Echo() {
              @Override
              public List<WindowResult> score(List<float[][]> windows) {
                throw new IllegalStateException("a fault in the model");
              }
            });
    CompletableFuture<WindowResult> one = batches.add(window(1));
    CompletableFuture<WindowResult> other = batches.add(window(2));
    batches.flush();
    assertThatThrownBy(one::join).hasMessageContaining("a fault in the model");
    assertThatThrownBy(other::join).hasMessageContaining("a fault in the model");
  }

  private static float[][] window(int value) {
    return new float[][] {{value}};
  }

  /** Says the window's value as its probability of being music. */
  private static class Echo implements Classifier {
    final List<Integer> batches = new ArrayList<>();

    @Override
    public ModelInfo info() {
      return new ModelInfo("echo", Task.MOOD, List.of("a"), "f", 1, 0, "", "", "", Map.of());
    }

    @Override
    public List<WindowResult> score(List<float[][]> windows) {
      synchronized (batches) {
        batches.add(windows.size());
      }
      return windows.stream().map(w -> new WindowResult(new double[] {0}, w[0][0])).toList();
    }

    @Override
    public double[] vote(List<WindowResult> windows) {
      return new double[] {1};
    }

    @Override
    public void close() {}
  }
}
