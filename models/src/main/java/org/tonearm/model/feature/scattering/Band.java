package org.tonearm.model.feature.scattering;

/**
 * A band-pass filter's place on the frequency axis.
 *
 * @param centre centre frequency xi, in radians a sample
 * @param bandwidth in radians a sample; where two neighbours of a bank cross
 */
record Band(double centre, double bandwidth) {

  /** Standard deviation in frequency over bandwidth, for all filters: ScatNet's 2 / (pi sigma0). */
  static final double SIGMA_PER_BANDWIDTH = 2 / (Math.PI * BankParameters.SIGMA0);

  /** Standard deviation of the Gaussian in frequency, in radians a sample. */
  double sigma() {
    return bandwidth * SIGMA_PER_BANDWIDTH;
  }
}
