package org.tonearm.model.network.paper;

/** The kinds of frames that the papers' networks hear. */
public enum PaperFeature {
  /** 525 rows of the scattering transform at 22,050 Hz (Dai et al., 2.1 and 3.1). */
  SCATTERING,
  /** The scattering transform at 16 kHz (Wu et al., III). */
  SCATTERING_16K,
  /** 72 bands of an STFT of 2048 points (Bai et al., 3.2.2). */
  STFT_72,
  /** 33 bands of an STFT of 1024 points, hop 256 (Bai et al., 3.2.1). */
  STFT_33,
  /** The mel spectrogram (Shah et al., 2.3). */
  MEL
}
