package org.tonearm.model.feature.scattering;

import java.util.Arrays;

/**
 * Frequency responses of one bank: wavelets and low-pass, real functions of the frequency in
 * radians a sample, of period 2 pi.
 *
 * <p>All wavelets are scaled by one number, such that the sum of the squared responses of the
 * logarithmically spaced ones is 2 where it is largest among the bins of 131,072 samples: a real
 * signal's energy is then kept.
 */
final class FilterBank {
  /**
   * ScatNet looks on the bins of its signal; on a finer grid the largest sum is up to 6e-4 more.
   */
  private static final int GRID = 1 << 17;

  /** Standard deviations beyond which a Gaussian adds nothing to a sum of squares. */
  private static final double REACH = 8;

  private static final double NEGLIGIBLE_EXPONENT = 80;

  private final BankParameters parameters;
  private final WaveletShape shape;
  private final double scale;

  FilterBank(BankParameters parameters, WaveletShape shape) {
    this.parameters = parameters;
    this.shape = shape;
    this.scale = Math.sqrt(2 / largestEnergy());
  }

  BankParameters parameters() {
    return parameters;
  }

  /** Response of a wavelet. */
  double wavelet(int index, double omega) {
    return scale * unscaled(parameters.bands().get(index), omega);
  }

  /** Response of the low-pass; 1 at frequency zero. */
  double lowPass(double omega) {
    return gaussian(omega, lowPassSigma());
  }

  /** Standard deviation of the low-pass in frequency, in radians a sample. */
  double lowPassSigma() {
    return parameters.lowPassBandwidth() * Band.SIGMA_PER_BANDWIDTH;
  }

  private double unscaled(Band band, double omega) {
    double sigma = band.sigma();
    double value = gaussian(omega - band.centre(), sigma);
    if (shape == WaveletShape.MORLET) {
      value -= gaussian(omega, sigma) * gaussian(band.centre(), sigma) / gaussian(0, sigma);
    }
    return value;
  }

  private double largestEnergy() {
    double step = 2 * Math.PI / GRID;
    double[] energy = new double[GRID];
    for (Band band : parameters.bands().subList(0, parameters.logarithmic())) {
      int centre = (int) Math.round(band.centre() / step);
      int reach = Math.min(GRID / 2 - 1, (int) (REACH * band.sigma() / step));
      for (int k = centre - reach; k <= centre + reach; k++) {
        double value = unscaled(band, k * step);
        energy[Math.floorMod(k, GRID)] += value * value;
      }
    }
    return Arrays.stream(energy).max().orElseThrow();
  }

  private static double gaussian(double omega, double sigma) {
    double sum = 0;
    double nearest = Math.IEEEremainder(omega, 2 * Math.PI);
    for (int period = -2; period <= 2; period++) {
      double z = (nearest + 2 * Math.PI * period) / sigma;
      double exponent = z * z / 2;
      if (exponent < NEGLIGIBLE_EXPONENT) {
        sum += Math.exp(-exponent);
      }
    }
    return sum;
  }
}
