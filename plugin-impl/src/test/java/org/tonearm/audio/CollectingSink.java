package org.tonearm.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonearm.api.audio.PcmSink;

/** Keeps all stretches that a decoder hands over. */
public final class CollectingSink implements PcmSink {
  private final List<Double> starts = new ArrayList<>();
  private final List<float[]> ended = new ArrayList<>();
  private float[] current = new float[1 << 16];
  private int length;

  @Override
  public void begin(double startSeconds) {
    if (!starts.isEmpty()) {
      ended.add(Arrays.copyOf(current, length));
    }
    starts.add(startSeconds);
    length = 0;
  }

  @Override
  public void accept(float[] samples, int offset, int count) {
    if (length + count > current.length) {
      current = Arrays.copyOf(current, Math.max(2 * current.length, length + count));
    }
    System.arraycopy(samples, offset, current, length, count);
    length += count;
  }

  /** Where the stretches begin, in seconds. */
  public List<Double> starts() {
    return starts;
  }

  /** The samples of a stretch. */
  public float[] stretch(int index) {
    return index < ended.size() ? ended.get(index) : Arrays.copyOf(current, length);
  }
}
