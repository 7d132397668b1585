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

  private static float[] of(Lane lane) {
    return ((FloatLane) lane).values;
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
  public void fill(double value) {
    Arrays.fill(values, (float) value);
  }

  @Override
  public void add(Lane lane, int first, int n) {
    float[] own = values;
    float[] other = of(lane);
    for (int i = first; i < first + n; i++) {
      own[i] += other[i];
    }
  }

  @Override
  public void rectify(Lane lane, int from, int to, int n, double bias, double least) {
    float[] own = values;
    float[] other = of(lane);
    float shift = (float) bias;
    float floor = (float) least;
    for (int i = 0; i < n; i++) {
      own[to + i] = Math.max(other[from + i] + shift, floor);
    }
  }

  @Override
  public double copy(Lane lane, int from, int to, int n) {
    System.arraycopy(of(lane), from, values, to, n);
    return sum(to, n);
  }

  @Override
  public double gate(Lane gradients, Lane outputs, int from, int to, int n) {
    float[] own = values;
    float[] incoming = of(gradients);
    float[] above = of(outputs);
    for (int i = 0; i < n; i++) {
      // The slope, 0 or 1, as a product: no vector instructions come of a choice.
      own[to + i] = incoming[from + i] * Math.min(above[from + i] * Float.MAX_VALUE, 1f);
    }
    return sum(to, n);
  }

  @Override
  public double sum() {
    return sum(0, values.length);
  }

  /** Four sums at a time: one addition need not wait for the other. */
  private double sum(int first, int n) {
    float[] own = values;
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
    float[] own = values;
    float[] other = of(lane);
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
    float[] own = values;
    float middle = (float) centre;
    float times = (float) factor;
    float plus = (float) shift;
    for (int i = 0; i < own.length; i++) {
      own[i] = (own[i] - middle) * times + plus;
    }
  }

  @Override
  public void take(Lane lane, double centre, double slope) {
    float[] own = values;
    float[] other = of(lane);
    float middle = (float) centre;
    float times = (float) slope;
    for (int i = 0; i < own.length; i++) {
      own[i] -= (other[i] - middle) * times;
    }
  }

  @Override
  public void raise(Lane lane, int from, int step, int to, int n, int[] places, int at) {
    float[] own = values;
    float[] other = of(lane);
    for (int i = 0; i < n; i++) {
      int place = from + i * step;
      float value = other[place];
      boolean greater = value > own[to + i];
      own[to + i] = greater ? value : own[to + i];
      places[at + i] = greater ? place : places[at + i];
    }
  }

  @Override
  public void squares(Lane lane, int from, int width, int to, int n, int[] places, int at) {
    float[] own = values;
    float[] other = of(lane);
    for (int i = 0; i < n; i++) {
      int top = from + 2 * i;
      int low = top + width;
      float a = other[top];
      float b = other[top + 1];
      float c = other[low];
      float d = other[low + 1];
      // Whole numbers are chosen without a branch, which no processor could foresee here.
      int high = b > a ? top + 1 : top;
      int deep = d > c ? low + 1 : low;
      float upper = Math.max(a, b);
      float lower = Math.max(c, d);
      places[at + i] = lower > upper ? deep : high;
      own[to + i] = Math.max(upper, lower);
    }
  }

  @Override
  public void scatter(Lane lane, int n, int[] places, int at) {
    float[] own = values;
    float[] other = of(lane);
    for (int i = 0; i < n; i++) {
      own[places[at + i]] = other[i];
    }
  }
}
