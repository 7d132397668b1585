package org.tonearm.audio;

import org.tonearm.api.audio.PcmSink;

/** Cuts the resampled stream to the stretches that were asked for. */
final class StretchSink {
  /** No music is so loud: full scale is 1. Squares of it are far from the end of a float. */
  private static final float LOUDEST = 1e6f;

  private final PcmSink sink;
  private double startSeconds;
  private long toDrop;
  private long remaining;
  private boolean announced = true;
  private long total;

  StretchSink(PcmSink sink) {
    this.sink = sink;
  }

  /**
   * A stretch begins; it is announced to the sink with its first samples.
   *
   * @param drop samples to pass over first; 0 or less for none
   * @param length samples to hand on at most
   */
  void begin(double startSeconds, long drop, long length) {
    this.startSeconds = startSeconds;
    this.toDrop = Math.max(0, drop);
    this.remaining = length;
    this.announced = false;
  }

  /** Hands on what belongs to the stretch. */
  void accept(float[] samples, int length) {
    int dropped = (int) Math.min(toDrop, length);
    toDrop -= dropped;
    int kept = (int) Math.min(remaining, length - dropped);
    if (kept == 0) {
      return;
    }
    if (!announced) {
      sink.begin(startSeconds);
      announced = true;
    }
    for (int i = dropped; i < dropped + kept; i++) {
      // Float files can hold anything; one such value would spoil every feature after it.
      if (!(Math.abs(samples[i]) <= LOUDEST)) {
        samples[i] = 0;
      }
    }
    sink.accept(samples, dropped, kept);
    remaining -= kept;
    total += kept;
  }

  /** True once the stretch has its length. */
  boolean full() {
    return remaining == 0;
  }

  /** Samples handed on in all stretches. */
  long total() {
    return total;
  }
}
