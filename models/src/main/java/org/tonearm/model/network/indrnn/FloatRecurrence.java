package org.tonearm.model.network.indrnn;

import java.util.Arrays;

/**
 * {@link Recurrence} in single precision: the one that trains and listens.
 *
 * <p>Works window by window, so that a window stays in the processor's cache. Each loop over
 * features runs on whole arrays from index 0, into which rows are copied first: with an offset in
 * the index, the JIT compiler of JDK 17 makes no vector instructions of it, which costs three to
 * six times the copy. Sums over a window are of single, sums over windows of double precision.
 */
final class FloatRecurrence implements Recurrence {
  private static final float HUGE = 0x1p127f;

  private int windows;
  private int frames;
  private int features;
  private boolean[] live;
  private float[] projection = {};
  private float[] hidden = {};
  private float[] u = {};
  private float[] initial = {};
  private float[] incoming = {};

  @Override
  public void load(FrameMatrix source, boolean[] liveFrames) {
    windows = source.windows();
    frames = source.frames();
    features = source.features();
    live = liveFrames;
    int size = windows * frames * features;
    if (projection.length < size) {
      projection = new float[size];
      hidden = new float[size];
    }
    if (incoming.length < frames * features) {
      incoming = new float[frames * features];
    }
    for (int w = 0; w < windows; w++) {
      source.read(w, projection, row(w, 0));
    }
  }

  @Override
  public Moments moments() {
    double[] mean = new double[features];
    double[] squares = new double[features];
    float[] windowMean = new float[features];
    float[] windowSquares = new float[features];
    float[] z = new float[features];
    long count = 0;
    for (int w = 0; w < windows; w++) {
      int liveHere = 0;
      Arrays.fill(windowMean, 0);
      for (int t = 0; t < frames; t++) {
        if (isLive(w, t)) {
          liveHere++;
          System.arraycopy(projection, row(w, t), z, 0, features);
          add(windowMean, z, features);
        }
      }
      if (liveHere == 0) {
        continue;
      }
      for (int j = 0; j < features; j++) {
        windowMean[j] /= liveHere;
      }
      Arrays.fill(windowSquares, 0);
      for (int t = 0; t < frames; t++) {
        if (isLive(w, t)) {
          System.arraycopy(projection, row(w, t), z, 0, features);
          addSquaredDifference(windowSquares, z, windowMean, features);
        }
      }
      // Chan et al.: joins two samples' moments without cancellation.
      long total = count + liveHere;
      double weight = (double) liveHere / total;
      for (int j = 0; j < features; j++) {
        double difference = windowMean[j] - mean[j];
        mean[j] += difference * weight;
        squares[j] += windowSquares[j] + difference * difference * count * weight;
      }
      count = total;
    }
    double divisor = Math.max(1, count);
    Arrays.setAll(squares, j -> squares[j] / divisor);
    return new Moments(count, mean, squares);
  }

  @Override
  public void forward(Affine affine, double[] weights, double[] start, FrameMatrix activations) {
    float[] scale = narrow(affine.scale());
    float[] shift = narrow(affine.shift());
    u = narrow(weights);
    initial = start == null ? new float[windows * features] : narrow(start);
    float[] state = new float[features];
    float[] z = new float[features];
    for (int w = 0; w < windows; w++) {
      System.arraycopy(initial, w * features, state, 0, features);
      for (int t = 0; t < frames; t++) {
        int row = row(w, t);
        if (isLive(w, t)) {
          System.arraycopy(projection, row, z, 0, features);
          step(z, scale, shift, u, state, features);
        } else {
          Arrays.fill(state, 0);
        }
        System.arraycopy(state, 0, hidden, row, features);
      }
      activations.write(w, hidden, row(w, 0));
    }
  }

  @Override
  public double[] lastState() {
    double[] last = new double[windows * features];
    for (int i = 0; i < last.length; i++) {
      last[i] = hidden[row(i / features, frames - 1) + i % features];
    }
    return last;
  }

  @Override
  public Sums backward(FrameMatrix epsilon, int first) {
    Sums sums = new Sums(new double[features], new double[features], new double[features]);
    float[] delta = new float[features];
    float[] onRecurrent = new float[features];
    float[] onDelta = new float[features];
    float[] onProjection = new float[features];
    float[] e = new float[features];
    float[] z = new float[features];
    float[] h = new float[features];
    float[] before = new float[features];
    for (int w = 0; w < windows; w++) {
      epsilon.read(w, incoming, 0);
      Arrays.fill(delta, 0);
      Arrays.fill(onRecurrent, 0);
      Arrays.fill(onDelta, 0);
      Arrays.fill(onProjection, 0);
      for (int t = frames - 1; t >= 0; t--) {
        int row = row(w, t);
        if (t < first || !isLive(w, t)) {
          Arrays.fill(delta, 0);
        } else {
          System.arraycopy(incoming, t * features, e, 0, features);
          System.arraycopy(projection, row, z, 0, features);
          System.arraycopy(hidden, row, h, 0, features);
          if (t > 0) {
            System.arraycopy(hidden, row - features, before, 0, features);
          } else {
            System.arraycopy(initial, w * features, before, 0, features);
          }
          stepBack(e, u, h, delta, features);
          addProduct(onRecurrent, delta, before, features);
          add(onDelta, delta, features);
          addProduct(onProjection, delta, z, features);
        }
        System.arraycopy(delta, 0, hidden, row, features);
      }
      for (int j = 0; j < features; j++) {
        sums.recurrent()[j] += onRecurrent[j];
        sums.delta()[j] += onDelta[j];
        sums.deltaProjection()[j] += onProjection[j];
      }
    }
    return sums;
  }

  @Override
  public void projectionGradient(
      double[] onDelta, double[] onProjection, double[] constant, FrameMatrix gradient) {
    float[] a = narrow(onDelta);
    float[] b = narrow(onProjection);
    float[] c = narrow(constant);
    float[] delta = new float[features];
    float[] z = new float[features];
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames; t++) {
        int row = row(w, t);
        if (isLive(w, t)) {
          System.arraycopy(hidden, row, delta, 0, features);
          System.arraycopy(projection, row, z, 0, features);
          combine(delta, z, a, b, c, features);
          System.arraycopy(delta, 0, hidden, row, features);
        } else {
          Arrays.fill(hidden, row, row + features, 0);
        }
      }
      gradient.write(w, hidden, row(w, 0));
    }
  }

  private boolean isLive(int window, int frame) {
    return live == null || live[window * frames + frame];
  }

  private int row(int window, int frame) {
    return (window * frames + frame) * features;
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private static void step(
      float[] z, float[] scale, float[] shift, float[] u, float[] state, int n) {
    for (int j = 0; j < n; j++) {
      state[j] = Math.max(0f, z[j] * scale[j] + shift[j] + u[j] * state[j]);
    }
  }

  private static void stepBack(float[] epsilon, float[] u, float[] h, float[] delta, int n) {
    for (int j = 0; j < n; j++) {
      // 1 where h > 0, subnormal numbers included, without a branch.
      float active = Math.min(1f, h[j] * HUGE * HUGE);
      delta[j] = (epsilon[j] + u[j] * delta[j]) * active;
    }
  }

  private static void add(float[] sum, float[] values, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += values[j];
    }
  }

  private static void addProduct(float[] sum, float[] a, float[] b, int n) {
    for (int j = 0; j < n; j++) {
      sum[j] += a[j] * b[j];
    }
  }

  private static void addSquaredDifference(float[] sum, float[] values, float[] mean, int n) {
    for (int j = 0; j < n; j++) {
      float difference = values[j] - mean[j];
      sum[j] += difference * difference;
    }
  }

  private static void combine(
      float[] delta, float[] z, float[] onDelta, float[] onZ, float[] constant, int n) {
    for (int j = 0; j < n; j++) {
      delta[j] = delta[j] * onDelta[j] + z[j] * onZ[j] + constant[j];
    }
  }
}
