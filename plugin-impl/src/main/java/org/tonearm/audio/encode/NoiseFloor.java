package org.tonearm.audio.encode;

import java.util.Random;

/**
 * Faint noise under a signal, for FFmpeg's Vorbis encoder: where a clean tone stands more steeply
 * out of silence than its code books can say, that encoder ends the whole process by an assertion.
 */
final class NoiseFloor {
  /** 54 dB below full scale, root mean square. */
  private static final double LEVEL = 0.002;

  private NoiseFloor() {}

  /** A copy with the noise added, within -1 to 1; the same noise each time. */
  static float[][] under(float[][] channels) {
    Random random = new Random(1);
    float[][] noisy = new float[channels.length][channels[0].length];
    for (int i = 0; i < channels[0].length; i++) {
      double noise = LEVEL * random.nextGaussian();
      for (int c = 0; c < channels.length; c++) {
        double sum = Math.max(-1, Math.min(1, channels[c][i] + noise));
        noisy[c][i] = Double.isNaN(sum) ? 0 : (float) sum;
      }
    }
    return noisy;
  }
}
