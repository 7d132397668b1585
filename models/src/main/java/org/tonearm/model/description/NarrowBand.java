package org.tonearm.model.description;

import java.util.Arrays;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.feature.listening.ListeningLayout;

/**
 * Tells recordings that hold nothing in the topmost bands that the models hear: of telephone
 * quality, of 8 or 11 kHz, of a codec's lowest rates. Nothing of that kind was learned from, and
 * the support-vector machine takes all of it for one genre, and surely. How far below the loudest
 * band is nothing is our choice: quiet music keeps noise there, such recordings hold none.
 * Stateless.
 */
public final class NarrowBand {
  /** Mel bands, the topmost, from about 7.4 kHz up. */
  static final int BANDS = 3;

  /** 105 dB, as a natural logarithm of amplitudes. */
  static final double NOTHING = 105 / 20.0 * Math.log(10);

  /** Share of the spectra that must be so: where a file begins or ends is a click in all bands. */
  private static final double USUAL = 0.9;

  private NarrowBand() {}

  /**
   * True if a window is of that kind. Never of one that is too soft to tell, or that is not laid
   * out as {@link ListeningLayout} says: early models hear other frames.
   */
  public static boolean of(Frames window) {
    if (window.dimensions() != ListeningLayout.DIMENSIONS) {
      return false;
    }
    float loudest = Float.NEGATIVE_INFINITY;
    float[] topmost = new float[window.count() * ListeningLayout.MEL_STEPS];
    float[] values = window.values();
    for (int spectrum = 0; spectrum < topmost.length; spectrum++) {
      int from =
          spectrum / ListeningLayout.MEL_STEPS * window.dimensions()
              + ListeningLayout.MEL_FROM
              + spectrum % ListeningLayout.MEL_STEPS * ListeningLayout.MEL_BANDS;
      topmost[spectrum] = Float.NEGATIVE_INFINITY;
      for (int band = 0; band < ListeningLayout.MEL_BANDS; band++) {
        loudest = Math.max(loudest, values[from + band]);
        if (band >= ListeningLayout.MEL_BANDS - BANDS) {
          topmost[spectrum] = Math.max(topmost[spectrum], values[from + band]);
        }
      }
    }
    Arrays.sort(topmost);
    boolean tellable = loudest - NOTHING > Math.log(ListeningLayout.SPECTRUM_FLOOR);
    return tellable && loudest - topmost[(int) (USUAL * (topmost.length - 1))] > NOTHING;
  }
}
