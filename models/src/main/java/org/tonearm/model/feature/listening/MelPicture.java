package org.tonearm.model.feature.listening;

import org.tonearm.model.feature.Frames;

/**
 * The mel spectra of listening frames at half of their detail in time and in bands: of each frame
 * {@value #STEPS} spectra of {@value #BANDS} bands, each value the mean of two neighbouring bands
 * of two spectra in a row. A picture of sound for a network of convolutions, one spectrum each 46
 * ms. Stateless.
 */
public final class MelPicture {
  /** Names what is computed. */
  public static final String ID = "pictures-1";

  /** Spectra a frame, the oldest first. */
  public static final int STEPS = ListeningLayout.MEL_STEPS / 2;

  /** Bands of a spectrum, the lowest first. */
  public static final int BANDS = ListeningLayout.MEL_BANDS / 2;

  /** Values a frame. */
  public static final int DIMENSIONS = STEPS * BANDS;

  private MelPicture() {}

  /**
   * As many frames, of {@link #DIMENSIONS} values.
   *
   * @param frames laid out as {@link ListeningLayout} says
   */
  public static Frames of(Frames frames) {
    Frames mel = ListeningLayout.mel(frames);
    float[] values = new float[Math.multiplyExact(frames.count(), DIMENSIONS)];
    float[] fine = mel.values();
    for (int i = 0; i < values.length; i++) {
      int from = i / BANDS * 2 * ListeningLayout.MEL_BANDS + i % BANDS * 2;
      int next = from + ListeningLayout.MEL_BANDS;
      values[i] = (fine[from] + fine[from + 1] + fine[next] + fine[next + 1]) / 4;
    }
    return new Frames(frames.count(), DIMENSIONS, values);
  }
}
