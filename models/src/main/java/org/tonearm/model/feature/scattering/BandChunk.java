package org.tonearm.model.feature.scattering;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.tonearm.model.feature.nd4j.Arena;
import org.tonearm.model.feature.nd4j.Columns;
import org.tonearm.model.feature.nd4j.MatrixFourier;

/**
 * Several bands of one length, taken from spectra at once: a taking of rows, a factor a row, and
 * one inverse transform of all. Tables lie on the device; confined to one thread.
 */
final class BandChunk {
  /**
   * A band to be taken.
   *
   * @param signal which of the signals of the spectra it is a band of
   */
  record Source(int signal, SampledFilter wavelet) {}

  private final MatrixFourier inverse;
  private final INDArray numbers;
  private final INDArray factors;
  private final int bands;

  /**
   * @param tables holds the tables
   * @param sources bands of one length
   * @param inverse transform of that length
   * @param spectrumLength samples that a spectrum was made of
   * @param bins rows of a spectrum's real parts, half of {@code spectrumLength} and one at least
   * @param signals spectra beside each other
   */
  BandChunk(
      Arena tables,
      List<Source> sources,
      MatrixFourier inverse,
      int spectrumLength,
      int bins,
      int signals) {
    this.inverse = inverse;
    bands = sources.size();
    int length = inverse.length();
    int[] rows = new int[2 * length * bands];
    float[] weights = new float[2 * length * bands];
    for (int band = 0; band < bands; band++) {
      Source source = sources.get(band);
      int[] taken = new int[length];
      float[] real = new float[length];
      float[] imaginary = new float[length];
      source.wavelet().describe(spectrumLength, 1f / spectrumLength, taken, real, imaginary);
      for (int o = 0; o < length; o++) {
        int upper = o * bands + band;
        int lower = (length + o) * bands + band;
        rows[upper] = taken[o] * signals + source.signal();
        rows[lower] = (bins + taken[o]) * signals + source.signal();
        weights[upper] = real[o];
        weights[lower] = imaginary[o];
      }
    }
    numbers = tables.of(rows);
    factors = tables.of(weights, rows.length, 1);
  }

  /**
   * Takes the bands.
   *
   * @param scratch holds the result
   * @param spectra rows: real and imaginary part, bin, signal; columns: windows
   * @return moduli; rows: sample, columns: band, window
   */
  INDArray envelopes(Arena scratch, INDArray spectra) {
    long width = spectra.size(1);
    INDArray taken = scratch.rows(spectra, numbers);
    taken.muliColumnVector(factors);
    INDArray bandSignals =
        inverse.apply(scratch, taken.reshape('c', 2L * inverse.length(), bands * width));
    scratch.free(taken);
    return Columns.moduli(bandSignals);
  }
}
