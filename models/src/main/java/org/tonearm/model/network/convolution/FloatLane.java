package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** A lane of floats. */
final class FloatLane implements Lane {
  private final float[] values;

  FloatLane(int length) {
    values = new float[length];
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = (float) value;
  }

  @Override
  public void read(Buffer from, int first, int to, int n) {
    ((FloatBuffer) from).get(first, values, to, n);
  }

  @Override
  public void write(Buffer to, int first, int from, int n) {
    ((FloatBuffer) to).put(first, values, from, n);
  }

  @Override
  public void add(Lane lane, int first, int n) {
    add(values, ((FloatLane) lane).values, first, first + n);
  }

  /** The JIT compiler makes vector instructions of it. */
  private static void add(float[] sum, float[] values, int first, int end) {
    for (int i = first; i < end; i++) {
      sum[i] += values[i];
    }
  }

  @Override
  public void clear() {
    Arrays.fill(values, 0);
  }
}
