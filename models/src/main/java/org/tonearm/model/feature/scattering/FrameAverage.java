package org.tonearm.model.feature.scattering;

/**
 * The low-pass phi in time: a real signal's Gaussian average around each frame's centre. For the
 * envelopes of order 2, whose spectrum nobody needs, it is cheaper than {@link FrameLowPass} and
 * gives the same. Immutable.
 */
final class FrameAverage {
  /** Hops before and after the centre; a Gaussian over two hops is below 2e-6 of its peak there. */
  static final int REACH = 3;

  private static final double NEGLIGIBLE = 1e-5;

  private final int spacing;
  private final float[] weights;

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
  }

  /**
   * The average around one frame.
   *
   * @param signal samples, at least {@link #REACH} hops on both sides of the centre
   * @param frame counted from the signal's first sample
   * @param products scratch, a hop's samples
   */
  float at(float[] signal, int frame, float[] products) {
    int n = spacing;
    int s = (frame - REACH) * n;
    // Hops beside each other rather than one after the other: this loop the compiler vectorises.
    for (int t = 0; t < n; t++) {
      products[t] =
          weights[t] * signal[s + t]
              + weights[n + t] * signal[s + n + t]
              + weights[2 * n + t] * signal[s + 2 * n + t]
              + weights[3 * n + t] * signal[s + 3 * n + t]
              + weights[4 * n + t] * signal[s + 4 * n + t]
              + weights[5 * n + t] * signal[s + 5 * n + t];
    }
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int t = 0; t < n; t += 4) {
      a += products[t];
      b += products[t + 1];
      c += products[t + 2];
      d += products[t + 3];
    }
    return (a + b) + (c + d);
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
