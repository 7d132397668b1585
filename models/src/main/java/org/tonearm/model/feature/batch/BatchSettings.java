package org.tonearm.model.feature.batch;

import java.time.Duration;
import java.util.Objects;

/**
 * How windows are gathered.
 *
 * @param memoryBytes of the device that a batch may take; at least one window is computed whatever
 *     it takes
 * @param mostWindows of a batch, at least 1
 * @param patience how long the first window of a batch waits for others
 */
public record BatchSettings(long memoryBytes, int mostWindows, Duration patience) {
  /** For a card: one GiB, up to 1024 windows, 5 ms. */
  public static final BatchSettings CARD = new BatchSettings(1L << 30, 1024, Duration.ofMillis(5));

  /** Checks the ranges. */
  public BatchSettings {
    Objects.requireNonNull(patience);
    if (memoryBytes < 1 || mostWindows < 1 || patience.isNegative()) {
      throw new IllegalArgumentException("expected memory, at least one window, and some patience");
    }
  }

  /** The windows of a batch: a power of two. */
  int width(long bytesPerWindow) {
    long fit = Math.max(1, Math.min(mostWindows, memoryBytes / bytesPerWindow));
    return (int) Long.highestOneBit(fit);
  }
}
