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

  private static double[] of(Lane lane) {
    return ((DoubleLane) lane).values;
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
  public void fill(double value) {
    Arrays.fill(values, value);
  }

  @Override
  public void add(Lane lane, int first, int n) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = first; i < first + n; i++) {
      own[i] += other[i];
    }
  }

  @Override
  public void rectify(Lane lane, int from, int to, int n, double bias, double least) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = 0; i < n; i++) {
      own[to + i] = Math.max(other[from + i] + bias, least);
    }
  }

  @Override
  public double copy(Lane lane, int from, int to, int n) {
    System.arraycopy(of(lane), from, values, to, n);
    return sum(to, n);
  }

  @Override
  public double gate(Lane gradients, Lane outputs, int from, int to, int n) {
    double[] own = values;
    double[] incoming = of(gradients);
    double[] above = of(outputs);
    for (int i = 0; i < n; i++) {
      // The slope, 0 or 1, as a product: no vector instructions come of a choice.
      own[to + i] = incoming[from + i] * Math.min(above[from + i] * Double.MAX_VALUE, 1);
    }
    return sum(to, n);
  }

  @Override
  public double sum() {
    return sum(0, values.length);
  }

  /** Four sums at a time: one addition need not wait for the other. */
  private double sum(int first, int n) {
    double[] own = values;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = first;
    for (; i < first + n - 3; i += 4) {
      a += own[i];
      b += own[i + 1];
      c += own[i + 2];
      d += own[i + 3];
    }
    for (; i < first + n; i++) {
      a += own[i];
    }
    return a + b + c + d;
  }

  @Override
  public double product(Lane lane, double centre) {
    double[] own = values;
    double[] other = of(lane);
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i < own.length - 3; i += 4) {
      a += own[i] * (other[i] - centre);
      b += own[i + 1] * (other[i + 1] - centre);
      c += own[i + 2] * (other[i + 2] - centre);
      d += own[i + 3] * (other[i + 3] - centre);
    }
    for (; i < own.length; i++) {
      a += own[i] * (other[i] - centre);
    }
    return a + b + c + d;
  }

  @Override
  public void scale(double centre, double factor, double shift) {
    double[] own = values;
    for (int i = 0; i < own.length; i++) {
      own[i] = (own[i] - centre) * factor + shift;
    }
  }

  @Override
  public void take(Lane lane, double centre, double slope) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = 0; i < own.length; i++) {
      own[i] -= (other[i] - centre) * slope;
    }
  }

  @Override
  public void raise(Lane lane, int from, int step, int to, int n, int[] places, int at) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = 0; i < n; i++) {
      int place = from + i * step;
      double value = other[place];
      boolean greater = value > own[to + i];
      own[to + i] = greater ? value : own[to + i];
      places[at + i] = greater ? place : places[at + i];
    }
  }

  @Override
  public void squares(Lane lane, int from, int width, int to, int n, int[] places, int at) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = 0; i < n; i++) {
      int top = from + 2 * i;
      int low = top + width;
      double a = other[top];
      double b = other[top + 1];
      double c = other[low];
      double d = other[low + 1];
      // Whole numbers are chosen without a branch, which no processor could foresee here.
      int high = b > a ? top + 1 : top;
      int deep = d > c ? low + 1 : low;
      double upper = Math.max(a, b);
      double lower = Math.max(c, d);
      places[at + i] = lower > upper ? deep : high;
      own[to + i] = Math.max(upper, lower);
    }
  }

  @Override
  public void scatter(Lane lane, int n, int[] places, int at) {
    double[] own = values;
    double[] other = of(lane);
    for (int i = 0; i < n; i++) {
      own[places[at + i]] = other[i];
    }
  }
}
