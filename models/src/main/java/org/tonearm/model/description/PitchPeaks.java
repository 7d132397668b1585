package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;

/**
 * What stands out of a pitch spectrum: how far each semitone lies above the mean of the five
 * semitones on either side and itself, or 0; beyond the ends the spectrum counts as 0.
 *
 * <p>Holds a window's peaks, spectrum by spectrum; from these its pitch classes follow. Arrays are
 * not to be changed.
 *
 * @param peaks one row a spectrum, 72 values
 */
@SuppressWarnings("ArrayRecordComponent") // a plain matrix
record PitchPeaks(double[][] peaks) {
  static final int CLASSES = 12;
  static final int OCTAVES = 6;
  private static final int REACH = 5;
  private static final double SILENT = 1e-3;

  /** Finds them. */
  static PitchPeaks of(Frames pitch) {
    int bands = pitch.dimensions();
    double[][] peaks = new double[pitch.count()][bands];
    for (int n = 0; n < pitch.count(); n++) {
      for (int band = 0; band < bands; band++) {
        double sum = 0;
        for (int i = Math.max(0, band - REACH); i <= Math.min(bands - 1, band + REACH); i++) {
          sum += pitch.values()[n * bands + i];
        }
        double mean = sum / (2 * REACH + 1);
        peaks[n][band] = Math.max(0, pitch.values()[n * bands + band] - mean);
      }
    }
    return new PitchPeaks(peaks);
  }

  /**
   * Each spectrum's pitch classes from C on: shares of all its peaks, of sum 1 or somewhat less.
   */
  double[][] classes() {
    double[][] classes = new double[peaks.length][CLASSES];
    for (int n = 0; n < peaks.length; n++) {
      double sum = SILENT;
      for (int band = 0; band < peaks[n].length; band++) {
        classes[n][band % CLASSES] += peaks[n][band];
        sum += peaks[n][band];
      }
      for (int c = 0; c < CLASSES; c++) {
        classes[n][c] /= sum;
      }
    }
    return classes;
  }

  /** The sum of an octave's peaks, one value a spectrum. */
  double[] octave(int octave) {
    double[] sums = new double[peaks.length];
    for (int n = 0; n < peaks.length; n++) {
      for (int c = 0; c < CLASSES; c++) {
        sums[n] += peaks[n][octave * CLASSES + c];
      }
    }
    return sums;
  }

  /** All values one after the other. */
  double[] all() {
    double[] all = new double[peaks.length * CLASSES * OCTAVES];
    for (int n = 0; n < peaks.length; n++) {
      System.arraycopy(peaks[n], 0, all, n * CLASSES * OCTAVES, CLASSES * OCTAVES);
    }
    return all;
  }
}
