package org.tonearm.model.network;

/** What the recurrent layers of a trunk are made of. */
public enum Cell {
  /** Units of one recurrent weight each (Wu et al., equations 7 and 8). */
  INDRNN,
  /** LSTM cells (Song et al., equation 1), without batch normalisation between the layers. */
  LSTM,
  /**
   * Gated recurrent units (Shah et al., 3.5) that go through time both ways, on convolutions of the
   * spectra.
   */
  GRU;

  /** In lower case, as in commands and names of layers. */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
