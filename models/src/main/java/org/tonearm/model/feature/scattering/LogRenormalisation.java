package org.tonearm.model.feature.scattering;

import java.util.List;

/**
 * Divides order 2 by its parent of order 1 and takes logarithms, as ScatNet's {@code renorm_scat}
 * and {@code log_scat} do.
 *
 * <p>ScatNet multiplies coefficients of a signal that is subsampled by 2^r with 2^(r/2), and its
 * epsilon alike. Both are kept here, so that values are ScatNet's: orders 0 and 1 stand ln 2^(r/2)
 * above the logarithm of the coefficient itself, and silence gives the logarithm of the scaled
 * epsilon.
 */
final class LogRenormalisation {
  private static final double EPSILON = Math.scalb(1.0, -20);

  private final int[] parents;
  private final int[] orders;
  private final double gain;

  /**
   * @param paths meaning of a frame's rows
   * @param hop samples between frames, ScatNet's 2^r
   */
  LogRenormalisation(List<ScatteringPath> paths, int hop) {
    orders = paths.stream().mapToInt(ScatteringPath::order).toArray();
    parents = paths.stream().mapToInt(ScatteringPath::parent).toArray();
    gain = Math.sqrt(hop);
  }

  /** From coefficients to a new frame of logarithms. */
  float[] apply(float[] coefficients) {
    float[] frame = new float[coefficients.length];
    for (int row = 0; row < frame.length; row++) {
      // Rounding can take a smoothed modulus a little below zero.
      double value = orders[row] == 0 ? Math.abs(coefficients[row]) : positive(coefficients[row]);
      double scaled =
          orders[row] == 2
              ? value / (positive(coefficients[parents[row]]) + EPSILON)
              : value * gain;
      frame[row] = (float) Math.log(scaled + gain * EPSILON);
    }
    return frame;
  }

  private static double positive(float x) {
    return Math.max(0, x);
  }
}
