package org.tonearm.model.feature.mel;

/**
 * Heard pitch: m = 2595 log10(1 + f / 700), f in Hz.
 *
 * <p>Source: Shah et al. (2016), 2.3. Stateless.
 */
final class MelScale {
  private static final double FACTOR = 2595;
  private static final double CORNER = 700;

  private MelScale() {}

  /** From Hz, 0 or more, to mel. */
  static double mel(double hertz) {
    return FACTOR * Math.log10(1 + hertz / CORNER);
  }

  /** From mel, 0 or more, to Hz. */
  static double hertz(double mel) {
    return CORNER * (Math.pow(10, mel / FACTOR) - 1);
  }
}
