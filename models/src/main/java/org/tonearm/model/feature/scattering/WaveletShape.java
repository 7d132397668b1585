package org.tonearm.model.feature.scattering;

/** What a wavelet is made of. */
enum WaveletShape {
  /** A Gaussian around the centre frequency. */
  GABOR,
  /** A Gaussian less a second one around zero, so that a constant gives nothing. */
  MORLET
}
