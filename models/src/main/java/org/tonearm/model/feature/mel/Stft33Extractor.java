package org.tonearm.model.feature.mel;

import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.stft.BandExtractor;
import org.tonearm.model.feature.stft.Measure;
import org.tonearm.model.feature.stft.ShortTimeTransform;

/**
 * Frames of 33 values of a short-time spectrum: windows of 1024 samples (46 ms), every 256 (11.6
 * ms), at 22,050 Hz. A piece of the paper is 166 frames, a whole clip 2500.
 *
 * <p>Source: Bai and Wang, "Music Classification with Neural Network", 3.2.1, for window, overlap
 * and "33 filters".
 *
 * <p>Ours, since the paper does not say how 513 bins become 33: triangular filters at even steps of
 * mel over all bins, 0 to 11,025 Hz, as means of magnitudes; the Hann window; the logarithm of
 * {@link Measure#AMPLITUDE}. Values lie between -11.6 and about 0.7. Thread-safe.
 */
public final class Stft33Extractor extends BandExtractor {
  private static final int SAMPLE_RATE = 22_050;
  private static final int SIZE = 1024;
  private static final int HOP = 256;
  private static final int BANDS = 33;

  /** Computes on the processor. */
  public Stft33Extractor() {
    super(
        "stft",
        SAMPLE_RATE,
        new ShortTimeTransform(FourierBackend.fastest(), SIZE, HOP),
        new MelFilterBank(BANDS, 0, SAMPLE_RATE / 2.0).pooling(SAMPLE_RATE, SIZE),
        Measure.AMPLITUDE);
  }
}
