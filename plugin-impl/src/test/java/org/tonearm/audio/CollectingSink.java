package org.tonearm.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonearm.api.audio.PcmSink;

/** Keeps all stretches that a decoder hands over. */
final class CollectingSink implements PcmSink {
  private final List<Double> starts = new ArrayList<>();
  private final List<float[]> stretches = new ArrayList<>();

  @Override
  public void begin(double startSeconds) {
    starts.add(startSeconds);
    stretches.add(new float[0]);
  }

  @Override
  public void accept(float[] samples, int offset, int length) {
    int last = stretches.size() - 1;
    float[] before = stretches.get(last);
    float[] after = Arrays.copyOf(before, before.length + length);
    System.arraycopy(samples, offset, after, before.length, length);
    stretches.set(last, after);
  }

  List<Double> starts() {
    return starts;
  }

  float[] stretch(int index) {
    return stretches.get(index);
  }
}
