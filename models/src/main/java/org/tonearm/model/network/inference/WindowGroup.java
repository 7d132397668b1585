package org.tonearm.model.network.inference;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Up to {@link #SIZE} windows on their way through the layers, with one thread's room in native
 * memory.
 */
final class WindowGroup implements AutoCloseable {
  /** Windows that go through a recurrence side by side; fewer are filled up with silence. */
  static final int SIZE = 8;

  /** Frames of a full window. */
  final int frames;

  /** Frames of each window; 0 where there is none. */
  final int[] live = new int[SIZE];

  /** Each window's frames side by side, as wide as the layer whose turn it is needs. */
  final float[][] values;

  /** Input of a product over a window's frames. */
  final FloatPointer input;

  /** Result of that product. */
  final FloatPointer product;

  WindowGroup(NetworkWeights network, int windows) {
    frames = network.windowFrames();
    int widest =
        network.layers().stream()
            .mapToInt(layer -> Math.max(layer.inputs(), layer.columns()))
            .max()
            .orElseThrow();
    values = new float[Math.min(SIZE, windows)][frames * widest];
    input = new FloatPointer((long) frames * widest);
    product = new FloatPointer((long) frames * widest);
  }

  /** Frames of the longest window. */
  int longest() {
    return Arrays.stream(live).max().orElseThrow();
  }

  /** Number of windows. */
  int windows() {
    return (int) Arrays.stream(live).filter(count -> count > 0).count();
  }

  @Override
  public void close() {
    input.close();
    product.close();
  }
}
