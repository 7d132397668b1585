package org.tonearm.model.network;

import java.util.List;

/**
 * The convolutions below a trunk's recurrent layers: blocks of a convolution of 3 x 3 with the
 * border filled, batch normalisation, the maxima of blocks of 2 x 2 and ReLU. Each halves bands and
 * time, rounded up.
 *
 * @param steps spectra side by side in a frame, the oldest first
 * @param bands values of a spectrum
 * @param maps of each block
 */
public record Convolutions(int steps, int bands, List<Integer> maps) {

  /** Copies the list and checks the ranges. */
  public Convolutions {
    maps = List.copyOf(maps);
    if (steps < 1 || bands < 1 || maps.isEmpty() || maps.stream().anyMatch(m -> m < 1)) {
      throw new IllegalArgumentException("expected at least 1 of steps, bands, blocks and maps");
    }
  }

  /** Values of a frame. */
  public int inputs() {
    return steps * bands;
  }

  /** Maps of the last block. */
  public int channels() {
    return maps.get(maps.size() - 1);
  }

  /** Bands that the last block leaves of each map. */
  public int height() {
    return halved(bands, maps.size());
  }

  /** Values of a step that the recurrent layers take. */
  public int outputs() {
    return channels() * height();
  }

  /** A length after so many blocks. */
  static int halved(int length, int blocks) {
    int left = length;
    for (int i = 0; i < blocks; i++) {
      left = (left + 1) / 2;
    }
    return left;
  }
}
