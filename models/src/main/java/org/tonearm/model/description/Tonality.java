package org.tonearm.model.description;

/**
 * Hears key and mode, how clear they are, which intervals sound together and follow each other, and
 * how much tone there is: 67 values of {@link PitchPeaks} and their pitch classes.
 *
 * <ul>
 *   <li>12: mean pitch classes, turned so that the best key's tonic comes first;
 *   <li>3: fit of the best major key, of the best minor key, and their difference ({@link
 *       KeyProfiles});
 *   <li>6: magnitudes 1 to 6 of the Fourier transform of the mean classes (5 is the circle of
 *       fifths);
 *   <li>6: mean and deviation, over time, of the best major fit, the best minor fit and their
 *       difference, of classes smoothed over 0.8 s;
 *   <li>2: mean and deviation of the classes' entropy;
 *   <li>7: intervals of 0 to 6 semitones sounding together; 12: intervals of 0 to 11 semitones
 *       upwards within 0.37 s (0 for windows of four frames or fewer);
 *   <li>2: mean and deviation of the smoothed classes' change;
 *   <li>12: means, then deviations, of each octave's peaks;
 *   <li>5: mean and deviation of all peaks, shares of them above 1 and above 2, and the strongest
 *       mean class.
 * </ul>
 */
record Tonality() implements Block {
  private static final int CLASSES = PitchPeaks.CLASSES;
  private static final int LAG = 4;
  private static final int FEWEST_SPECTRA = 9;

  @Override
  public String name() {
    return "tonal";
  }

  @Override
  public int size() {
    return 67;
  }

  @Override
  public float[] of(HeardWindow window) {
    PitchPeaks peaks = PitchPeaks.of(window.pitch());
    double[][] classes = peaks.classes();
    double[][] smoothed = PitchClasses.smoothed(classes);
    double[] mean = PitchClasses.mean(classes);
    Row row = new Row(size());
    addKey(row, mean);
    addKeysOverTime(row, smoothed);
    row.addSpread(PitchClasses.entropies(classes));
    row.addScaled(30, PitchClasses.intervals(classes, 0, 7));
    boolean longEnough = smoothed.length >= FEWEST_SPECTRA;
    row.addScaled(
        30, longEnough ? PitchClasses.intervals(smoothed, LAG, CLASSES) : new double[CLASSES]);
    row.addSpread(PitchClasses.changes(smoothed));
    addPeaks(row, peaks);
    return row.add(best(mean, 0) * CLASSES).whole();
  }

  private static void addKey(Row row, double[] mean) {
    double[] fit = KeyProfiles.of(mean);
    int key = 0;
    for (int i = 1; i < CLASSES; i++) {
      if (Math.max(fit[i], fit[CLASSES + i]) > Math.max(fit[key], fit[CLASSES + key])) {
        key = i;
      }
    }
    double[] turned = new double[CLASSES];
    for (int i = 0; i < CLASSES; i++) {
      turned[i] = mean[(key + i) % CLASSES];
    }
    double major = best(fit, 0);
    double minor = best(fit, CLASSES);
    row.addScaled(CLASSES, turned).add(major, minor, major - minor);
    for (int k = 1; k <= CLASSES / 2; k++) {
      double real = 0;
      double imaginary = 0;
      for (int i = 0; i < CLASSES; i++) {
        real += mean[i] * Math.cos(2 * Math.PI * k * i / CLASSES);
        imaginary += mean[i] * Math.sin(2 * Math.PI * k * i / CLASSES);
      }
      row.add(5 * Math.hypot(real, imaginary));
    }
  }

  private static void addKeysOverTime(Row row, double[][] smoothed) {
    double[] major = new double[smoothed.length];
    double[] minor = new double[smoothed.length];
    double[] difference = new double[smoothed.length];
    for (int n = 0; n < smoothed.length; n++) {
      double[] fit = KeyProfiles.of(smoothed[n]);
      major[n] = best(fit, 0);
      minor[n] = best(fit, CLASSES);
      difference[n] = major[n] - minor[n];
    }
    row.addSpread(major).addSpread(minor).addSpread(difference);
  }

  private static void addPeaks(Row row, PitchPeaks peaks) {
    for (int octave = 0; octave < PitchPeaks.OCTAVES; octave++) {
      row.add(Series.mean(peaks.octave(octave)));
    }
    for (int octave = 0; octave < PitchPeaks.OCTAVES; octave++) {
      row.add(Series.deviation(peaks.octave(octave)));
    }
    double[] all = peaks.all();
    row.addSpread(all).add(shareAbove(all, 1), shareAbove(all, 2));
  }

  private static double shareAbove(double[] values, double threshold) {
    int above = 0;
    for (double value : values) {
      above += value > threshold ? 1 : 0;
    }
    return (double) above / values.length;
  }

  /** The largest of twelve values. */
  private static double best(double[] values, int from) {
    double best = values[from];
    for (int i = 1; i < CLASSES; i++) {
      best = Math.max(best, values[from + i]);
    }
    return best;
  }
}
