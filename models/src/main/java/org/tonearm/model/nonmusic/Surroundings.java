package org.tonearm.model.nonmusic;

import java.util.Arrays;
import java.util.Random;

/** What lies between a sound and its recording. Each method changes the array given. */
final class Surroundings {
  private Surroundings() {}

  /** One recording's chance of a room, a narrow line, and a late start. */
  static void apply(float[] samples, Random random, int rate) {
    if (random.nextInt(3) == 0) {
      room(samples, random, rate);
    }
    if (random.nextInt(6) == 0) {
      line(samples, rate);
    }
    if (random.nextInt(6) == 0) {
      int late = (int) Math.min(samples.length / 3.0, (0.5 + 2.5 * random.nextDouble()) * rate);
      System.arraycopy(samples, 0, samples, late, samples.length - late);
      Arrays.fill(samples, 0, late, 0f);
    }
  }

  /** Reverberation by four combs in parallel (Schroeder 1962). */
  static void room(float[] samples, Random random, int rate) {
    double seconds = 0.15 + 1.2 * random.nextDouble() * random.nextDouble();
    double wet = 0.05 + 0.35 * random.nextDouble();
    float[] dry = samples.clone();
    for (int comb = 0; comb < 4; comb++) {
      int delay = (int) ((0.025 + 0.02 * random.nextDouble()) * rate);
      double feedback = Math.pow(10, -3.0 * delay / (seconds * rate));
      float[] ring = new float[delay];
      for (int i = 0; i < dry.length; i++) {
        float back = ring[i % delay];
        samples[i] += (float) (wet * back);
        ring[i % delay] = (float) (dry[i] + feedback * back);
      }
    }
  }

  /** A telephone: 300 to 3400 Hz, of first order below and second order above. */
  static void line(float[] samples, int rate) {
    double high = Math.exp(-2 * Math.PI * 300 / rate);
    double low = 1 - Math.exp(-2 * Math.PI * 3400 / rate);
    double base = 0;
    double once = 0;
    double twice = 0;
    for (int i = 0; i < samples.length; i++) {
      base = high * base + (1 - high) * samples[i];
      once += low * (samples[i] - base - once);
      twice += low * (once - twice);
      samples[i] = (float) twice;
    }
  }
}
