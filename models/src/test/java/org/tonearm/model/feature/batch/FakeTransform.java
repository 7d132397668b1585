package org.tonearm.model.feature.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tonearm.model.feature.device.DeviceMemoryException;

/** Gives a window's first sample back; fails above a width, as a device of little memory does. */
class FakeTransform implements WindowTransform {
  static final int SAMPLES = 4;

  /** Sizes and widths of the batches that came, as "size/width". */
  final List<String> batches = Collections.synchronizedList(new ArrayList<>());

  private final int mostWidth;

  FakeTransform(int mostWidth) {
    this.mostWidth = mostWidth;
  }

  @Override
  public int samples() {
    return SAMPLES;
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public long bytesPerWindow() {
    return 1;
  }

  @Override
  public float[][][] transform(List<float[]> windows, int width) {
    if (width > mostWidth) {
      throw new DeviceMemoryException("full", new OutOfMemoryError());
    }
    batches.add(windows.size() + "/" + width);
    float[][][] frames = new float[windows.size()][1][1];
    for (int n = 0; n < frames.length; n++) {
      frames[n][0][0] = windows.get(n)[0];
    }
    return frames;
  }

  @Override
  public void close() {
    batches.add("closed");
  }

  /** Windows whose first samples count from 0. */
  static List<float[]> windows(int count) {
    List<float[]> windows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      float[] window = new float[SAMPLES];
      window[0] = n;
      windows.add(window);
    }
    return windows;
  }
}
