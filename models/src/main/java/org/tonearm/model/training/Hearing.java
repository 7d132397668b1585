package org.tonearm.model.training;

import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.scattering.ScatteringLayout;

/** Which values of a listening frame the network hears: always leading ones. */
public enum Hearing {
  /** The scattering coefficients alone: what the shipped models hear. */
  SCATTERING,

  /** The spectra as well. */
  ALL;

  /**
   * What the values mean.
   *
   * @param scattering layout of the scattering coefficients
   */
  public BandLayout bands(ScatteringLayout scattering) {
    BandLayout first = BandLayout.of(scattering);
    return this == SCATTERING ? first : BandLayout.listening(first);
  }

  /** The values of listening frames that are heard. */
  public Frames of(Frames listening) {
    return this == SCATTERING ? listening.leading(ListeningLayout.SCATTERING) : listening;
  }
}
