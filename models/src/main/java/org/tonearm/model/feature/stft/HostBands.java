package org.tonearm.model.feature.stft;

import java.util.Arrays;
import java.util.List;
import org.tonearm.model.feature.batch.WindowTransform;

/** Bands of windows one after the other on the processor. Thread-safe. */
record HostBands(ShortTimeTransform transform, BandPooling pooling, Measure measure)
    implements WindowTransform {

  @Override
  public int samples() {
    return transform.size();
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int dimensions() {
    return pooling.bands().size();
  }

  @Override
  public long bytesPerWindow() {
    return 2L * Float.BYTES * samples();
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    float[] magnitudes = new float[transform.bins()];
    float[][][] frames = new float[windows.size()][1][];
    for (int n = 0; n < frames.length; n++) {
      transform.magnitudes(Arrays.copyOf(windows.get(n), samples() + 2), magnitudes);
      measure.prepare(magnitudes);
      frames[n][0] = pooling.of(magnitudes);
    }
    return frames;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
