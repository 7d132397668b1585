package org.tonearm.model.description;

import org.tonearm.model.statistics.WindowStatistics;

/**
 * Hears how loud each band and each of its beats is, how much that varies, and how fast: the five
 * {@link WindowStatistics} of every scattering coefficient.
 *
 * @param rows scattering coefficients
 */
record ScatteringStatistics(int rows) implements Block {

  @Override
  public String name() {
    return "scat";
  }

  @Override
  public int size() {
    return WindowStatistics.KINDS * rows;
  }

  @Override
  public float[] of(HeardWindow window) {
    return WindowStatistics.of(window.scattering());
  }
}
