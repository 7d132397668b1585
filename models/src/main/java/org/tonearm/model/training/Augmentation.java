package org.tonearm.model.training;

import java.util.Random;

/**
 * Changes a window of log-scattering frames as another recording of the same music might: level,
 * equaliser, band limit, masked bands, noise. Works on standardised features, where 0 is the mean.
 *
 * <p>A change of level or of an equaliser shifts the logarithms of order 0 and 1 and leaves order 2
 * as it is, since order 2 is divided by its order-1 parent. A codec's band limit silences all rows
 * whose first-order centre lies above it. The masks follow SpecAugment (Park et al. 2019), in
 * bands.
 *
 * @param level largest change of level, in nepers (0.7 is 6 dB)
 * @param tilt largest change of an octave against its neighbour by the equaliser, in nepers
 * @param bandLimit probability that bands above a random cutoff of 3 to 8 kHz are silenced
 * @param masks number of masked stretches of bands
 * @param maskOctaves greatest width of one, in octaves
 * @param noise deviation of the noise added, in deviations of the feature
 */
public record Augmentation(
    double level, double tilt, double bandLimit, int masks, double maskOctaves, double noise) {
  /** What the shipped models are trained with. */
  public static final Augmentation SHIPPED = new Augmentation(0.7, 0.15, 0.3, 2, 1.0, 0.1);

  /** Leaves windows as they are. */
  public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0);

  private static final double LOWEST_HZ = 40;

  /**
   * Changes a window in place.
   *
   * @param window frames x dimensions, row by row, standardised
   * @param frames number of frames
   * @param bands what the dimensions mean
   * @param scale the reciprocal deviations the window was standardised with
   * @param random source of chance; the only state
   */
  void apply(float[] window, int frames, BandLayout bands, float[] scale, Random random) {
    int d = bands.hertz().length;
    float[] shift = new float[d];
    boolean[] silent = new boolean[d];
    double gain = level * (2 * random.nextDouble() - 1);
    double slope = tilt * (2 * random.nextDouble() - 1);
    double bend = tilt * random.nextGaussian();
    double phase = 2 * Math.PI * random.nextDouble();
    double cutoff =
        random.nextDouble() < bandLimit
            ? 3000 * Math.pow(8.0 / 3, random.nextDouble())
            : Double.POSITIVE_INFINITY;
    for (int j = 0; j < d; j++) {
      double octave = Math.log(Math.max(LOWEST_HZ, bands.hertz()[j]) / 1000) / Math.log(2);
      if (bands.order()[j] < 2) {
        double curve = gain + slope * octave + bend * Math.sin(phase + 1.3 * octave);
        shift[j] = (float) (curve * scale[j]);
      }
      silent[j] = bands.hertz()[j] > cutoff;
    }
    for (int m = 0; m < masks; m++) {
      double from = LOWEST_HZ * Math.pow(2, 7.6 * random.nextDouble());
      double to = from * Math.pow(2, maskOctaves * random.nextDouble());
      for (int j = 0; j < d; j++) {
        silent[j] |= bands.hertz()[j] >= from && bands.hertz()[j] < to;
      }
    }
    for (int i = 0; i < frames; i++) {
      for (int j = 0; j < d; j++) {
        int at = i * d + j;
        window[at] =
            silent[j] || scale[j] == 0
                ? 0f
                : window[at] + shift[j] + (float) (noise * fastGaussian(random));
      }
    }
  }

  /** Sum of four uniform values: near enough to a Gaussian, and cheap. */
  private static double fastGaussian(Random random) {
    long bits = random.nextLong();
    double sum =
        (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
    return (sum / 65536 - 2) * Math.sqrt(3);
  }
}
