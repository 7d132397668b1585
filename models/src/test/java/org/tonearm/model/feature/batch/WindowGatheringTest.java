package org.tonearm.model.feature.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WindowGatheringTest {
  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final FakeTransform device = new FakeTransform(100);
  private final FakeTransform processor = new FakeTransform(100);

  /** The patience is an hour: the batch goes because it is full. */
  @Test
  void windowsOfManyTracksMakeABatch() throws Exception {
    ExecutorService tracks = Executors.newFixedThreadPool(4);
    try (FeatureBackend backend = backend(4, FOR_EVER)) {
      WindowGathering gathering = backend.gathering(() -> device, processor);
      List<Future<float[][]>> frames = new ArrayList<>();
      for (float[] window : FakeTransform.windows(4)) {
        frames.add(tracks.submit(() -> gathering.add(window).join()));
      }
      for (int n = 0; n < 4; n++) {
        assertThat(frames.get(n).get()[0][0]).isEqualTo(n);
      }
    } finally {
      tracks.shutdownNow();
    }
    assertThat(device.batches).containsExactly("4/4", "closed");
  }

  @Test
  void aLoneWindowDoesNotWaitForEver() {
    try (FeatureBackend backend = backend(64, Duration.ofMillis(1))) {
      WindowGathering gathering = backend.gathering(() -> device, processor);
      assertThat(gathering.add(FakeTransform.windows(1).get(0)).join()[0][0]).isZero();
    }
    assertThat(device.batches).containsExactly("1/64", "closed");
  }

  @Test
  void framesComeInOrderOnTheCallersThread() {
    Thread caller = Thread.currentThread();
    List<Float> heard = new ArrayList<>();
    try (FeatureBackend backend = backend(8, Duration.ofMillis(1))) {
      WindowGathering gathering = backend.gathering(() -> device, processor);
      PendingWindows pending =
          new PendingWindows(
              frame -> {
                assertThat(Thread.currentThread()).isSameAs(caller);
                heard.add(frame[0]);
              });
      for (float[] window : FakeTransform.windows(3000)) {
        pending.add(gathering, window, 1);
        assertThat(window[0] - heard.size()).isLessThanOrEqualTo(gathering.ahead());
      }
      pending.finish();
    }
    assertThat(heard).hasSize(3000).isSorted();
  }

  @Test
  void whatStillWaitsFailsWhenItIsClosed() throws Exception {
    CountDownLatch made = new CountDownLatch(1);
    FeatureBackend backend = backend(2, FOR_EVER);
    WindowGathering gathering =
        backend.gathering(
            () -> {
              made.countDown();
              return device;
            },
            processor);
    CompletableFuture<float[][]> lone = gathering.add(FakeTransform.windows(1).get(0));
    assertThat(made.await(30, TimeUnit.SECONDS)).isTrue();
    backend.close();
    assertThatThrownBy(lone::join).isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> gathering.add(new float[FakeTransform.SAMPLES]).join())
        .isInstanceOf(CompletionException.class);
  }

  @Test
  void theCallersComputeWhenTheDeviceIsLost() {
    List<String> warnings = new ArrayList<>();
    BatchSettings settings = new BatchSettings(1000, 8, Duration.ofMillis(1));
    try (FeatureBackend backend = new FeatureBackend("fake", settings, warnings::add)) {
      WindowGathering gathering = backend.gathering(() -> new FakeTransform(0), processor);
      for (float[] window : FakeTransform.windows(5)) {
        assertThat(gathering.add(window).join()[0][0]).isEqualTo(window[0]);
      }
    }
    assertThat(warnings).hasSize(4);
    assertThat(processor.batches).hasSize(5);
  }

  @Test
  void refusesWindowsOfAnotherLength() {
    try (FeatureBackend backend = backend(2, FOR_EVER)) {
      WindowGathering gathering = backend.gathering(() -> device, processor);
      assertThatThrownBy(() -> gathering.add(new float[3]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static FeatureBackend backend(int width, Duration patience) {
    return new FeatureBackend(
        "fake",
        new BatchSettings(1000, width, patience),
        warning -> {
          throw new AssertionError(warning);
        });
  }
}
