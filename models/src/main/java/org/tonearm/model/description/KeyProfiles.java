package org.tonearm.model.description;

/**
 * How well twelve pitch classes fit each of the 24 keys.
 *
 * <p>Source: the profiles of Krumhansl and Kessler, "Tracing the Dynamic Changes in Perceived Tonal
 * Organization in a Spatial Representation of Musical Keys", Psychological Review 89 (4), 1982: how
 * well listeners found that a tone fits a key. Stateless.
 */
final class KeyProfiles {
  /** Keys of each mode. */
  static final int KEYS = 12;

  private static final double SILENT = 1e-6;
  private static final double[] MAJOR =
      standardised(
          new double[] {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88}, 0);
  private static final double[] MINOR =
      standardised(
          new double[] {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17}, 0);

  private KeyProfiles() {}

  /**
   * Correlations with the profiles; 0 where all classes are alike.
   *
   * @param classes strength of the pitch classes from C on
   * @return -1 to 1: major keys from C on, then minor keys from C on
   */
  static double[] of(double[] classes) {
    double[] heard = standardised(classes, SILENT);
    double[] fit = new double[2 * KEYS];
    for (int key = 0; key < KEYS; key++) {
      for (int step = 0; step < KEYS; step++) {
        double value = heard[(key + step) % KEYS];
        fit[key] += MAJOR[step] * value / KEYS;
        fit[KEYS + key] += MINOR[step] * value / KEYS;
      }
    }
    return fit;
  }

  private static double[] standardised(double[] values, double addedToDeviation) {
    double mean = Series.mean(values);
    double deviation = Series.deviation(values) + addedToDeviation;
    double[] out = new double[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (values[i] - mean) / deviation;
    }
    return out;
  }
}
