package org.tonearm.audio.worker;

import org.tonearm.api.audio.PcmSink;

/** Knows whether a sink was handed anything. One thread only. */
final class StartedSink implements PcmSink {
  private final PcmSink sink;
  private boolean begun;

  StartedSink(PcmSink sink) {
    this.sink = sink;
  }

  @Override
  public void begin(double startSeconds) {
    begun = true;
    sink.begin(startSeconds);
  }

  @Override
  public void accept(float[] samples, int offset, int length) {
    sink.accept(samples, offset, length);
  }

  boolean begun() {
    return begun;
  }
}
