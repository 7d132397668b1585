package org.tonearm.model.feature.scattering;

import java.util.ArrayList;
import java.util.List;

/**
 * Centre frequencies and bandwidths of a bank of wavelets, by ScatNet's rules ({@code T_to_J} and
 * {@code morlet_freq_1d} with their defaults).
 *
 * @param quality wavelets an octave, Q
 * @param bands highest first: the logarithmically spaced ones, then those spaced evenly below
 * @param logarithmic how many are spaced logarithmically (constant Q)
 * @param lowPassBandwidth in radians a sample
 */
record BankParameters(int quality, List<Band> bands, int logarithmic, double lowPassBandwidth) {

  /** Standard deviation in time of a wavelet whose bandwidth is pi / 2, in samples. */
  static final double SIGMA0 = 2 / Math.sqrt(3);

  BankParameters {
    bands = List.copyOf(bands);
  }

  /**
   * The bank whose low-pass filter averages over a given time.
   *
   * @param quality wavelets an octave, at least 1
   * @param averaging T, in samples
   */
  static BankParameters of(int quality, int averaging) {
    double ratio = Math.pow(2, -1.0 / quality);
    // With one wavelet an octave the low-pass is made twice as wide, to close the gap below the
    // last.
    int lowPassWidening = quality == 1 ? 2 : 1;
    double steps = log2(averaging * (double) lowPassWidening / (4.0 * quality)) * quality;
    int logarithmic = 1 + (int) Math.round(steps);
    double sigmaPsi = SIGMA0 / 2 / (1 - ratio);
    double sigmaPhi = sigmaPsi / lowPassWidening;
    double highest = (ratio + 1) / 2 * Math.PI;
    double dilation = Math.pow(2, (logarithmic - 1) / (double) quality);

    List<Band> bands = new ArrayList<>();
    for (int k = 0; k < logarithmic; k++) {
      double scale = Math.pow(2, k / (double) quality);
      bands.add(new Band(highest / scale, bandwidth(sigmaPsi * scale)));
    }
    double gap = SIGMA0 / sigmaPhi / 4;
    int linear = (int) Math.round((ratio - gap) / (1 - ratio));
    double step = Math.PI / dilation * (ratio - gap) / Math.max(1, linear);
    for (int k = 1; k <= linear; k++) {
      bands.add(new Band(highest / dilation - k * step, bandwidth(sigmaPsi * dilation)));
    }
    return new BankParameters(quality, bands, logarithmic, bandwidth(sigmaPhi * dilation));
  }

  /** Bandwidth of a Gaussian with the given standard deviation in time, in samples. */
  private static double bandwidth(double sigma) {
    return Math.PI / 2 * SIGMA0 / sigma;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }
}
