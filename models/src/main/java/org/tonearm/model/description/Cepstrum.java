package org.tonearm.model.description;

import java.util.Arrays;
import org.tonearm.model.feature.Frames;

/**
 * Mel-frequency cepstral coefficients: the first 20 values of the orthonormal cosine transform
 * (DCT-II) of a mel spectrum's logarithms. They tell a spectrum's coarse shape, and vary almost
 * independently of each other.
 *
 * <p>Source: Davis and Mermelstein, "Comparison of Parametric Representations for Monosyllabic Word
 * Recognition", IEEE Transactions on Acoustics, Speech and Signal Processing 28 (4), 1980, there
 * with six to ten coefficients of 20 bands. Stateless.
 */
final class Cepstrum {
  /** Coefficients a spectrum. */
  static final int COEFFICIENTS = 20;

  /**
   * Spectra at a time: loops of one length over neighbours, which compile to vector instructions.
   */
  private static final int TOGETHER = 128;

  private Cepstrum() {}

  /** As many frames, of {@link #COEFFICIENTS} values. */
  static Frames of(Frames mel) {
    int bands = mel.dimensions();
    float[][] cosines = cosines(bands);
    float[] out = new float[mel.count() * COEFFICIENTS];
    float[] band = new float[TOGETHER];
    float[][] sums = new float[COEFFICIENTS][TOGETHER];
    for (int from = 0; from < mel.count(); from += TOGETHER) {
      int count = Math.min(TOGETHER, mel.count() - from);
      for (float[] sum : sums) {
        Arrays.fill(sum, 0);
      }
      for (int j = 0; j < bands; j++) {
        for (int n = 0; n < count; n++) {
          band[n] = mel.values()[(from + n) * bands + j];
        }
        for (int k = 0; k < COEFFICIENTS; k++) {
          add(sums[k], band, cosines[j][k]);
        }
      }
      for (int n = 0; n < count; n++) {
        for (int k = 0; k < COEFFICIENTS; k++) {
          out[(from + n) * COEFFICIENTS + k] = sums[k][n];
        }
      }
    }
    return new Frames(mel.count(), COEFFICIENTS, out);
  }

  private static void add(float[] sum, float[] band, float cosine) {
    for (int n = 0; n < TOGETHER; n++) {
      sum[n] += band[n] * cosine;
    }
  }

  private static float[][] cosines(int bands) {
    float[][] cosines = new float[bands][COEFFICIENTS];
    for (int band = 0; band < bands; band++) {
      for (int k = 0; k < COEFFICIENTS; k++) {
        double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
        cosines[band][k] = (float) (norm * Math.cos(Math.PI * k * (2 * band + 1) / (2.0 * bands)));
      }
    }
    return cosines;
  }
}
