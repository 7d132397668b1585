package org.tonearm.model.network.convolution;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;

/** A lane of doubles. */
final class DoubleLane implements Lane {
  private final double[] values;

  DoubleLane(int length) {
    values = new double[length];
  }

  @Override
  public double get(int index) {
    return values[index];
  }

  @Override
  public void set(int index, double value) {
    values[index] = value;
  }

  @Override
  public void read(Buffer from, int first, int to, int n) {
    ((DoubleBuffer) from).get(first, values, to, n);
  }

  @Override
  public void write(Buffer to, int first, int from, int n) {
    ((DoubleBuffer) to).put(first, values, from, n);
  }

  @Override
  public void add(Lane lane, int first, int n) {
    add(values, ((DoubleLane) lane).values, first, first + n);
  }

  /** The JIT compiler makes vector instructions of it. */
  private static void add(double[] sum, double[] values, int first, int end) {
    for (int i = first; i < end; i++) {
      sum[i] += values[i];
    }
  }

  @Override
  public void clear() {
    Arrays.fill(values, 0);
  }
}
