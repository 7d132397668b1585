package org.tonearm.model.feature.stft;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted means of neighbouring bins: how a spectrum becomes bands. Immutable and thread-safe.
 *
 * @param bands from the lowest up
 */
public record BandPooling(List<Band> bands) {

  /**
   * One band: a mean over consecutive bins.
   *
   * @param firstBin index of its first bin
   * @param weights one a bin, not negative, of sum 1 where a mean is meant; owned by the band and
   *     not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // a plain vector on a hot path; ownership is stated
  public record Band(int firstBin, float[] weights) {

    /** A mean of so many bins, all alike. */
    public static Band mean(int firstBin, int bins) {
      float[] weights = new float[bins];
      Arrays.fill(weights, 1f / bins);
      return new Band(firstBin, weights);
    }

    /** Its centre of mass, in bins. */
    double centre() {
      double centre = 0;
      for (int i = 0; i < weights.length; i++) {
        centre += weights[i] * (double) (firstBin + i);
      }
      return centre;
    }

    /** The weighted sum, or mean, over a spectrum. */
    public double of(float[] spectrum) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += (double) weights[i] * spectrum[firstBin + i];
      }
      return sum;
    }
  }

  /** Copies the list. */
  public BandPooling {
    bands = List.copyOf(bands);
  }

  /** All bands of a spectrum, as {@link Band#of}; a fresh array. */
  public float[] of(float[] spectrum) {
    float[] values = new float[bands.size()];
    for (int band = 0; band < values.length; band++) {
      values[band] = (float) bands.get(band).of(spectrum);
    }
    return values;
  }
}
