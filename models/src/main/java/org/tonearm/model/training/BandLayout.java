package org.tonearm.model.training;

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

  /** True if the dimension may be used. */
  public boolean used(int dimension) {
    return hertz[dimension] <= HIGHEST_HZ;
  }
}
