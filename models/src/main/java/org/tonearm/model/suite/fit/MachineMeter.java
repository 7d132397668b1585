package org.tonearm.model.suite.fit;

import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/** Reads CPU time of a thread and memory of the process. Not thread-safe. */
final class MachineMeter {
  private final LongSupplier cpuNanos;
  private long begun;
  private long peak;

  /**
   * @param cpuNanos CPU time of the calling thread, in nanoseconds
   */
  MachineMeter(LongSupplier cpuNanos) {
    this.cpuNanos = cpuNanos;
  }

  /** Counts anew. */
  void begin() {
    begun = cpuNanos.getAsLong();
    peak = 0;
    sample();
  }

  /** CPU seconds since {@link #begin}. */
  double seconds() {
    return (cpuNanos.getAsLong() - begun) / 1e9;
  }

  /** Looks at the memory. */
  void sample() {
    peak = Math.max(peak, Pointer.physicalBytes());
  }

  /** Highest resident memory of the process among the samples, in bytes. */
  long peakBytes() {
    return peak;
  }
}
