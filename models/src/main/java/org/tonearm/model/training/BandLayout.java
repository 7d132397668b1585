package org.tonearm.model.training;

import java.util.Arrays;
import org.tonearm.model.feature.listening.ListeningLayout;
import org.tonearm.model.feature.listening.MelPicture;
import org.tonearm.model.feature.scattering.ScatteringLayout;
import org.tonearm.model.feature.scattering.ScatteringPath;

/**
 * What each dimension of a feature frame means.
 *
 * @param hertz centre of its first-order band, in Hz; 0 for order 0
 * @param order 0, 1 or 2
 */
@SuppressWarnings("ArrayRecordComponent") // plain vectors; not to be changed
public record BandLayout(float[] hertz, int[] order) {
  /** Bands above this frequency are not used: there, corpora differ by their codecs. */
  public static final float HIGHEST_HZ = 8000;

  /** The layout of the scattering transform. */
  public static BandLayout of(ScatteringLayout layout) {
    float[] hertz = new float[layout.dimensions()];
    int[] order = new int[layout.dimensions()];
    for (ScatteringPath path : layout.paths()) {
      hertz[path.row()] = (float) path.xi1();
      order[path.row()] = path.order();
    }
    return new BandLayout(hertz, order);
  }

  /**
   * The layout of {@link MelPicture}: bands of 30 to 8000 Hz at even steps of mel; their logarithms
   * move with the level as those of order 1 do.
   */
  static BandLayout pictures() {
    float[] hertz = new float[MelPicture.DIMENSIONS];
    int[] order = new int[MelPicture.DIMENSIONS];
    for (int j = 0; j < hertz.length; j++) {
      hertz[j] = (float) melCentre(j % MelPicture.BANDS);
    }
    Arrays.fill(order, 1);
    return new BandLayout(hertz, order);
  }

  /** Between the centres of the two bands that became one. */
  private static double melCentre(int band) {
    double low = Math.log1p(30 / 700.0);
    double high = Math.log1p(8000 / 700.0);
    double at = low + (high - low) * (2 * band + 1.5) / (ListeningLayout.MEL_BANDS + 1);
    return 700 * Math.expm1(at);
  }

  /** True if the dimension may be used. */
  public boolean used(int dimension) {
    return hertz[dimension] <= HIGHEST_HZ;
  }
}
