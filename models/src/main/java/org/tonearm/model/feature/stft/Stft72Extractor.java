package org.tonearm.model.feature.stft;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.model.feature.backend.FourierBackend;

/**
 * Frames of 72 values: the low bins of a spectrum as they are, the octaves above them in eight
 * means each. 22,050 Hz, windows of 2048 samples (93 ms).
 *
 * <p>Source: Bai and Wang, "Music Classification with Neural Network", 3.2.2: of 1025 points the
 * first 16 are kept, and points 2^k + 1 to 2^(k+1), k = 3 to 9, are averaged in eight groups of
 * equal size. Taken by the letter that gives the 72 values of the paper's matrix, with points 9 to
 * 16 in it twice, and leaves out point 1025. Points are magnitudes here.
 *
 * <p>Ours, since the paper is silent: a hop of 1024 samples (46 ms; a clip of 30 s gives 646
 * frames, where the paper has 600 to 700), the Hann window, and the logarithm of {@link
 * Measure#AMPLITUDE}. Values lie between -11.6 and about 0.7. Thread-safe.
 */
public final class Stft72Extractor extends BandExtractor {
  private static final int SAMPLE_RATE = 22_050;
  private static final int SIZE = 2048;
  private static final int HOP = 1024;
  private static final int KEPT = 16;
  private static final int FIRST_OCTAVE = 3;
  private static final int LAST_OCTAVE = 9;
  private static final int GROUPS = 8;

  /** Computes on the processor. */
  public Stft72Extractor() {
    super(
        "stft",
        SAMPLE_RATE,
        new ShortTimeTransform(FourierBackend.fastest(), SIZE, HOP),
        octaves(),
        Measure.AMPLITUDE);
  }

  private static BandPooling octaves() {
    List<BandPooling.Band> bands = new ArrayList<>();
    for (int bin = 0; bin < KEPT; bin++) {
      bands.add(BandPooling.Band.mean(bin, 1));
    }
    for (int octave = FIRST_OCTAVE; octave <= LAST_OCTAVE; octave++) {
      int first = 1 << octave;
      int width = first / GROUPS;
      for (int group = 0; group < GROUPS; group++) {
        bands.add(BandPooling.Band.mean(first + group * width, width));
      }
    }
    return new BandPooling(bands);
  }
}
