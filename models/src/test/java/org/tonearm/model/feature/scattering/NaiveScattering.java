package org.tonearm.model.feature.scattering;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jtransforms.fft.DoubleFFT_1D;
import org.tonearm.model.feature.NpyFile;

/**
 * The transform as its equations say, to hold the fast one against: double precision, the whole
 * signal and its mirror image as one period, nothing subsampled, nothing truncated. Its filters
 * come from ScatNet's centre frequencies and bandwidths.
 */
final class NaiveScattering {
  private static final double SIGMA0 = 2 / Math.sqrt(3);

  /** The bins on which the reference run of ScatNet scaled its banks. */
  private static final int SCALE_GRID = 1 << 17;

  private final int samples;
  private final int length;
  private final int hop;
  private final DoubleFFT_1D fft;
  private final double[] spectrum;

  NaiveScattering(float[] signal, int hop) {
    this.hop = hop;
    samples = signal.length;
    length = 2 * samples;
    fft = new DoubleFFT_1D(length);
    spectrum = new double[2 * length];
    for (int t = 0; t < samples; t++) {
      spectrum[2 * t] = signal[t];
      spectrum[2 * (length - 1 - t)] = signal[t];
    }
    fft.complexForward(spectrum);
  }

  /** Coefficients by row and frame, not renormalised; rows that are not wanted are null. */
  double[][] scatter(ScatteringLayout layout, Predicate<ScatteringPath> wanted) throws IOException {
    double[][] result = new double[layout.dimensions()][];
    double[] phi = gaussian(0, value("scattering/scatnet_Q8_1_bank2_phibw.npy"), length);
    String[] banks = {"Q8_1", "Q1_1"};
    double[][][] firstBanks = new double[2][][];
    for (int b = 0; b < 2; b++) {
      firstBanks[b] = bank("scattering/scatnet_" + banks[b] + "_bank1", b == 0 ? 65 : 13, false);
    }
    double[][] secondBank = bank("scattering/scatnet_Q8_1_bank2", 13, true);
    int parent = -1;
    double[] envelope = spectrum;
    for (ScatteringPath path : layout.paths()) {
      if (!wanted.test(path)) {
        continue;
      }
      if (path.order() == 0) {
        double bandwidth = value("scattering/scatnet_" + banks[path.bank()] + "_bank1_phibw.npy");
        result[path.row()] = smooth(spectrum, gaussian(0, bandwidth, length));
        continue;
      }
      if (parent != path.parent()) {
        parent = path.parent();
        envelope = envelope(spectrum, firstBanks[path.bank()][path.first()]);
      }
      if (path.order() == 1) {
        result[path.row()] = smooth(envelope, phi);
      } else {
        double[] second = envelope(envelope, secondBank[path.second()]);
        result[path.row()] = smooth(second, phi);
      }
    }
    return result;
  }

  private static double value(String resource) throws IOException {
    return NpyFile.vector(resource)[0];
  }

  private double[][] bank(String name, int logarithmic, boolean morlet) throws IOException {
    double[] centres = NpyFile.vector(name + "_xi.npy");
    double[] bandwidths = NpyFile.vector(name + "_bw.npy");
    double[] energy = new double[SCALE_GRID];
    double[][] filters = new double[centres.length][];
    for (int i = 0; i < centres.length; i++) {
      filters[i] = wavelet(centres[i], bandwidths[i], morlet, length);
      double[] onGrid = wavelet(centres[i], bandwidths[i], morlet, SCALE_GRID);
      for (int k = 0; k < SCALE_GRID && i < logarithmic; k++) {
        energy[k] += onGrid[k] * onGrid[k];
      }
    }
    double scale = Math.sqrt(2 / Arrays.stream(energy).max().orElseThrow());
    for (double[] filter : filters) {
      for (int k = 0; k < length; k++) {
        filter[k] *= scale;
      }
    }
    return filters;
  }

  private static double[] wavelet(double centre, double bandwidth, boolean morlet, int bins) {
    double[] response = gaussian(centre, bandwidth, bins);
    if (morlet) {
      double[] zero = gaussian(0, bandwidth, bins);
      double share = response[0] / zero[0];
      for (int k = 0; k < bins; k++) {
        response[k] -= share * zero[k];
      }
    }
    return response;
  }

  private static double[] gaussian(double centre, double bandwidth, int bins) {
    double sigma = 1 / (SIGMA0 * Math.PI / 2 / bandwidth);
    double[] response = new double[bins];
    for (int k = 0; k < bins; k++) {
      for (int period = -2; period <= 2; period++) {
        double z = (2 * Math.PI * ((double) k / bins + period) - centre) / sigma;
        response[k] += Math.abs(z) < 38 ? Math.exp(-z * z / 2) : 0;
      }
    }
    return response;
  }

  private double[] filtered(double[] from, double[] filter) {
    double[] signal = from.clone();
    for (int k = 0; k < length; k++) {
      signal[2 * k] *= filter[k];
      signal[2 * k + 1] *= filter[k];
    }
    fft.complexInverse(signal, true);
    return signal;
  }

  private double[] envelope(double[] from, double[] filter) {
    double[] signal = filtered(from, filter);
    for (int t = 0; t < length; t++) {
      signal[2 * t] = Math.hypot(signal[2 * t], signal[2 * t + 1]);
      signal[2 * t + 1] = 0;
    }
    fft.complexForward(signal);
    return signal;
  }

  private double[] smooth(double[] from, double[] filter) {
    double[] signal = filtered(from, filter);
    double[] frames = new double[1 + (samples - 1) / hop];
    for (int f = 0; f < frames.length; f++) {
      frames[f] = signal[2 * f * hop];
    }
    return frames;
  }
}
