package org.tonearm.model.network.indrnn;

import java.util.Arrays;

/**
 * {@link Recurrence} in double precision, written as plainly as the equations: it serves gradient
 * checks, and as the reference of {@link FloatRecurrence}.
 */
final class DoubleRecurrence implements Recurrence {
  private int windows;
  private int frames;
  private int features;
  private boolean[] live;
  private double[] projection = {};
  private double[] hidden = {};
  private double[] delta = {};
  private double[] u = {};
  private double[] initial = {};

  @Override
  public void load(FrameMatrix source, boolean[] liveFrames) {
    windows = source.windows();
    frames = source.frames();
    features = source.features();
    live = liveFrames;
    projection = new double[windows * frames * features];
    hidden = new double[projection.length];
    delta = new double[projection.length];
    for (int w = 0; w < windows; w++) {
      source.read(w, projection, at(w, 0, 0));
    }
  }

  @Override
  public Moments moments() {
    double[] mean = new double[features];
    double[] variance = new double[features];
    long count = 0;
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames; t++) {
        count += isLive(w, t) ? 1 : 0;
      }
    }
    double divisor = Math.max(1, count);
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames; t++) {
        for (int j = 0; j < features && isLive(w, t); j++) {
          mean[j] += projection[at(w, t, j)] / divisor;
        }
      }
    }
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames; t++) {
        for (int j = 0; j < features && isLive(w, t); j++) {
          double difference = projection[at(w, t, j)] - mean[j];
          variance[j] += difference * difference / divisor;
        }
      }
    }
    return new Moments(count, mean, variance);
  }

  @Override
  public void forward(Affine affine, double[] weights, double[] start, FrameMatrix activations) {
    u = weights;
    initial = start == null ? new double[windows * features] : start;
    for (int w = 0; w < windows; w++) {
      for (int t = 0; t < frames; t++) {
        for (int j = 0; j < features && isLive(w, t); j++) {
          double a =
              affine.scale()[j] * projection[at(w, t, j)]
                  + affine.shift()[j]
                  + u[j] * before(w, t, j);
          hidden[at(w, t, j)] = Math.max(0, a);
        }
      }
      activations.write(w, hidden, at(w, 0, 0));
    }
  }

  @Override
  public double[] lastState() {
    double[] last = new double[windows * features];
    Arrays.setAll(last, i -> hidden[at(i / features, frames - 1, i % features)]);
    return last;
  }

  @Override
  public Sums backward(FrameMatrix epsilon, int first) {
    Sums sums = new Sums(new double[features], new double[features], new double[features]);
    double[] incoming = new double[frames * features];
    Arrays.fill(delta, 0);
    for (int w = 0; w < windows; w++) {
      epsilon.read(w, incoming, 0);
      for (int t = frames - 1; t >= first; t--) {
        for (int j = 0; j < features && isLive(w, t); j++) {
          int here = at(w, t, j);
          double later = t + 1 < frames ? delta[at(w, t + 1, j)] : 0;
          double d = hidden[here] > 0 ? incoming[t * features + j] + u[j] * later : 0;
          delta[here] = d;
          sums.recurrent()[j] += d * before(w, t, j);
          sums.delta()[j] += d;
          sums.deltaProjection()[j] += d * projection[here];
        }
      }
    }
    return sums;
  }

  @Override
  public void projectionGradient(
      double[] onDelta, double[] onProjection, double[] constant, FrameMatrix gradient) {
    double[] window = new double[frames * features];
    for (int w = 0; w < windows; w++) {
      Arrays.fill(window, 0);
      for (int t = 0; t < frames; t++) {
        for (int j = 0; j < features && isLive(w, t); j++) {
          int here = at(w, t, j);
          window[t * features + j] =
              delta[here] * onDelta[j] + projection[here] * onProjection[j] + constant[j];
        }
      }
      gradient.write(w, window, 0);
    }
  }

  private double before(int window, int frame, int feature) {
    return frame > 0
        ? hidden[at(window, frame - 1, feature)]
        : initial[window * features + feature];
  }

  private boolean isLive(int window, int frame) {
    return live == null || live[window * frames + frame];
  }

  private int at(int window, int frame, int feature) {
    return (window * frames + frame) * features + feature;
  }
}
