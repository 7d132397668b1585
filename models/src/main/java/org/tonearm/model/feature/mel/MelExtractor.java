package org.tonearm.model.feature.mel;

import org.tonearm.model.feature.backend.FourierBackend;
import org.tonearm.model.feature.stft.BandExtractor;
import org.tonearm.model.feature.stft.Measure;
import org.tonearm.model.feature.stft.ShortTimeTransform;

/**
 * The mel spectrogram: frames of 96 values, the power in bands at even steps of mel, as logarithms;
 * 22,050 Hz.
 *
 * <p>Source: Shah, Daga, Mehta and Shah, course project CS 725 (IIT Bombay, 2016), 2.1 and 2.3, for
 * the scale, the power spectrum and the sample rate.
 *
 * <p>Ours, since the report is silent: 96 bands, windows of 2048 samples (93 ms) every 1024 (a clip
 * of 30 s is a picture of 96 x 646, which a processor can train on), the Hann window, triangular
 * filters, and the logarithm of {@link Measure#POWER}. Bands end at 8,000 Hz: above, data sets
 * differ by their codecs, and a network would learn those. Values lie between -23.1 and about 1.4.
 * Thread-safe.
 */
public final class MelExtractor extends BandExtractor {
  private static final int SAMPLE_RATE = 22_050;
  private static final int SIZE = 2048;
  private static final int HOP = 1024;
  private static final int BANDS = 96;
  private static final double HIGHEST_HZ = 8000;

  /** Computes on the processor. */
  public MelExtractor() {
    super(
        "mel",
        SAMPLE_RATE,
        new ShortTimeTransform(FourierBackend.fastest(), SIZE, HOP),
        new MelFilterBank(BANDS, 0, HIGHEST_HZ).pooling(SAMPLE_RATE, SIZE),
        Measure.POWER);
  }
}
