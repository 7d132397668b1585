package org.tonearm.model.feature.scattering;

import java.util.Arrays;

/**
 * The low-pass phi in time: a real signal's Gaussian average around each frame's centre. For the
 * envelopes of order 2, whose spectrum nobody needs, it is cheaper than {@link FrameLowPass} and
 * gives the same. Immutable.
 */
final class FrameAverage {
  /** Hops before and after the centre; a Gaussian over two hops is below 2e-6 of its peak there. */
  static final int REACH = 3;

  private static final double NEGLIGIBLE = 1e-5;

  /** Spacing from which on a loop over one hop pays. */
  private static final int LONG = 32;

  private final int spacing;

  /** One after the other, and the same hop by hop. */
  private final float[] weights;

  private final float[][] hops;

  /**
   * @param sigma standard deviation in time, in samples
   * @param spacing samples from frame to frame
   * @throws IllegalArgumentException if the Gaussian does not fit into {@link #REACH}
   */
  FrameAverage(double sigma, int spacing) {
    this.spacing = spacing;
    double reach = REACH * spacing / sigma;
    if (Math.exp(-reach * reach / 2) > NEGLIGIBLE) {
      throw new IllegalArgumentException("a sigma of " + sigma + " is too wide for " + spacing);
    }
    double[] gaussian = new double[2 * REACH * spacing];
    double sum = 0;
    for (int t = 0; t < gaussian.length; t++) {
      double z = (t - REACH * spacing) / sigma;
      gaussian[t] = Math.exp(-z * z / 2);
      sum += gaussian[t];
    }
    weights = new float[gaussian.length];
    for (int t = 0; t < gaussian.length; t++) {
      weights[t] = (float) (gaussian[t] / sum);
    }
    hops = new float[2 * REACH][];
    for (int hop = 0; hop < hops.length; hop++) {
      hops[hop] = Arrays.copyOfRange(weights, hop * spacing, (hop + 1) * spacing);
    }
  }

  /** Samples from frame to frame. */
  int spacing() {
    return spacing;
  }

  /** The taps, {@link #REACH} hops before the centre and as many after it; a fresh array. */
  float[] taps() {
    return weights.clone();
  }

  /**
   * The average around one frame.
   *
   * @param signal its hops, each of {@link #spacing} samples at least
   * @param frame counted in hops; {@link #REACH} hops on both sides of its centre are heard
   * @param products scratch, a hop's samples
   */
  float at(float[][] signal, int frame, float[] products) {
    int from = frame - REACH;
    if (spacing < LONG) {
      return sum(signal, from);
    }
    // Sample by sample and at most three hops at once: so the loops compile to vector instructions.
    first(hops[0], hops[1], hops[2], signal[from], signal[from + 1], signal[from + 2], products);
    second(
        hops[3], hops[4], hops[5], signal[from + 3], signal[from + 4], signal[from + 5], products);
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int t = 0; t < spacing; t += 4) {
      a += products[t];
      b += products[t + 1];
      c += products[t + 2];
      d += products[t + 3];
    }
    return (a + b) + (c + d);
  }

  private float sum(float[][] signal, int from) {
    float even = 0;
    float odd = 0;
    for (int hop = 0; hop < hops.length; hop++) {
      float[] w = hops[hop];
      float[] x = signal[from + hop];
      for (int t = 0; t < w.length; t += 2) {
        even += w[t] * x[t];
        odd += w[t + 1] * x[t + 1];
      }
    }
    return even + odd;
  }

  private static void first(
      float[] u, float[] v, float[] w, float[] x, float[] y, float[] z, float[] to) {
    for (int t = 0; t < u.length; t++) {
      to[t] = u[t] * x[t] + v[t] * y[t] + w[t] * z[t];
    }
  }

  private static void second(
      float[] u, float[] v, float[] w, float[] x, float[] y, float[] z, float[] to) {
    for (int t = 0; t < u.length; t++) {
      to[t] += u[t] * x[t] + v[t] * y[t] + w[t] * z[t];
    }
  }

  /**
   * The same as a matrix, for those who compute whole batches.
   *
   * @param samples of the signal
   * @param first frame, counted from the signal's first sample
   * @param count frames
   * @return a row a frame, a factor a sample
   */
  float[] matrix(int samples, int first, int count) {
    float[] matrix = new float[Math.multiplyExact(count, samples)];
    for (int f = 0; f < count; f++) {
      int from = f * samples + (first + f - REACH) * spacing;
      System.arraycopy(weights, 0, matrix, from, weights.length);
    }
    return matrix;
  }
}
