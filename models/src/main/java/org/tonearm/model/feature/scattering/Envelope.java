package org.tonearm.model.feature.scattering;

/**
 * The modulus of a complex signal, whose real and imaginary parts stand by turns. In two loops,
 * since the second then compiles to vector instructions.
 */
final class Envelope {
  private Envelope() {}

  /**
   * Takes moduli.
   *
   * @param complex the signal
   * @param from its first sample that is wanted
   * @param count samples wanted
   * @param to receives them, from its start
   */
  static void of(float[] complex, int from, int count, float[] to) {
    for (int t = 0; t < count; t++) {
      float re = complex[2 * (from + t)];
      float im = complex[2 * (from + t) + 1];
      to[t] = re * re + im * im;
    }
    for (int t = 0; t < count; t++) {
      to[t] = (float) Math.sqrt(to[t]);
    }
  }
}
