package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;

/**
 * Hears loudness, brightness and noisiness, how they move, and how far tones stand above what lies
 * between them: 49 values of the mel spectra.
 *
 * <ul>
 *   <li>33: of the loudness (logarithm of the mean band), the centre of the spectrum (in bands) and
 *       its flatness (mean logarithm less logarithm of the mean) each: mean, deviation, percentiles
 *       5, 25, 50, 75 and 95, mean step; then, of pieces of 43 spectra (1 s), the deviation of
 *       their means, and mean and deviation of their deviations;
 *   <li>16: the contrast of eight groups of ten bands, the mean of the two loudest less that of the
 *       three softest: means, then deviations.
 * </ul>
 */
record Dynamics() implements Block {
  private static final int SECOND = 43;
  private static final int GROUPS = 8;
  private static final int GROUP = 10;

  @Override
  public String name() {
    return "dyn";
  }

  @Override
  public int size() {
    return 49;
  }

  @Override
  public float[] of(HeardWindow window) {
    Frames mel = window.mel();
    double[] loudness = new double[mel.count()];
    double[] centre = new double[mel.count()];
    double[] flatness = new double[mel.count()];
    for (int n = 0; n < mel.count(); n++) {
      double logarithms = 0;
      double sum = 0;
      double moment = 0;
      for (int band = 0; band < mel.dimensions(); band++) {
        double logarithm = mel.values()[n * mel.dimensions() + band];
        double magnitude = Math.exp(logarithm);
        logarithms += logarithm;
        sum += magnitude;
        moment += band * magnitude;
      }
      loudness[n] = Math.log(sum / mel.dimensions() + 1e-9);
      centre[n] = moment / sum;
      flatness[n] = logarithms / mel.dimensions() - loudness[n];
    }
    Row row = new Row(size());
    addCourse(row, loudness);
    addCourse(row, centre);
    addCourse(row, flatness);
    addContrast(row, mel);
    return row.whole();
  }

  private static void addCourse(Row row, double[] series) {
    row.addSpread(series).add(Series.percentiles(series, 5, 25, 50, 75, 95));
    row.add(Series.meanStep(series));
    int length = Math.min(SECOND, series.length);
    double[] means = new double[series.length / length];
    double[] deviations = new double[means.length];
    for (int piece = 0; piece < means.length; piece++) {
      means[piece] = Series.mean(series, piece * length, length);
      deviations[piece] = Series.deviation(series, piece * length, length);
    }
    row.add(Series.deviation(means)).addSpread(deviations);
  }

  private static void addContrast(Row row, Frames mel) {
    double[][] contrast = new double[GROUPS][mel.count()];
    for (int n = 0; n < mel.count(); n++) {
      for (int group = 0; group < GROUPS; group++) {
        contrast[group][n] = contrast(mel.values(), n * mel.dimensions() + group * GROUP);
      }
    }
    for (double[] series : contrast) {
      row.add(Series.mean(series));
    }
    for (double[] series : contrast) {
      row.add(Series.deviation(series));
    }
  }

  /**
   * The mean of the two loudest bands of a group less that of the three softest. They are found as
   * whole numbers of the same order, whose least and most take a processor a quarter of the time.
   */
  private static double contrast(float[] bands, int from) {
    int first = Integer.MIN_VALUE;
    int second = first;
    int least = Integer.MAX_VALUE;
    int less = least;
    int little = least;
    for (int i = from; i < from + GROUP; i++) {
      int band = ordered(Float.floatToRawIntBits(bands[i]));
      second = Math.max(second, Math.min(first, band));
      first = Math.max(first, band);
      int above = Math.max(least, band);
      least = Math.min(least, band);
      little = Math.min(little, Math.max(less, above));
      less = Math.min(less, above);
    }
    return ((double) value(first) + value(second)) / 2
        - ((double) value(least) + value(less) + value(little)) / 3;
  }

  /** Turns the bits of a float into a whole number of the same order, and back. */
  private static int ordered(int bits) {
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered(ordered));
  }
}
