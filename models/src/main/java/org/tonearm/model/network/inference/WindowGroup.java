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

  /** Rows of a full window, of the layer whose turn it is. */
  int rows;

  /** Rows of each window; 0 where there is none. */
  final int[] live = new int[SIZE];

  /** Each window's rows one after the other, as wide as the layer whose turn it is needs. */
  final float[][] values;

  /** Input of a product over a window's frames. */
  final FloatPointer input;

  /** Result of that product. */
  final FloatPointer product;

  WindowGroup(NetworkWeights network, int windows) {
    frames = network.windowFrames();
    int largest = 0;
    int length = frames; // products that the network has checked for their size
    for (NetworkWeights.Layer layer : network.layers()) {
      largest = Math.max(largest, length * Math.max(layer.inputs(), layer.columns()));
      length = (int) layer.rows(length);
      largest = Math.max(largest, length * layer.units());
    }
    values = new float[Math.min(SIZE, windows)][largest];
    input = new FloatPointer((long) largest);
    product = new FloatPointer((long) largest);
  }

  /** Rows of the longest window. */
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
