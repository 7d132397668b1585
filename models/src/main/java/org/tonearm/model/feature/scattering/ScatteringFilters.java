package org.tonearm.model.feature.scattering;

import java.util.List;

/**
 * The filters of the transform: one bank or several of order 1, each with the same bank of order 2.
 *
 * @param first banks of order 1, Gabor
 * @param second bank of order 2, Morlet; its low-pass smooths orders 1 and 2
 */
record ScatteringFilters(List<FilterBank> first, FilterBank second) {

  ScatteringFilters {
    first = List.copyOf(first);
  }

  /** ScatNet's banks for audio: {@code Q = [8 1]} and {@code Q = [1 1]}. */
  static ScatteringFilters forAudio(int averaging) {
    BankParameters fine = BankParameters.of(8, averaging);
    BankParameters coarse = BankParameters.of(1, averaging);
    return new ScatteringFilters(
        List.of(
            new FilterBank(fine, WaveletShape.GABOR), new FilterBank(coarse, WaveletShape.GABOR)),
        new FilterBank(coarse, WaveletShape.MORLET));
  }

  /** The rows that these filters give. */
  ScatteringLayout layout(int sampleRate) {
    return new ScatteringLayout(
        first.stream().map(FilterBank::parameters).toList(), second.parameters(), sampleRate);
  }
}
