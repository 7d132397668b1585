package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;

/**
 * Hears which changes of the scattering coefficients go together: means of the projected frames,
 * then their covariance on and above the diagonal, as square roots that keep their sign. Of fewer
 * than three frames the covariance is taken to be that of the training frames, the identity.
 *
 * @param components values of a projected frame
 */
record ScatteringCovariance(int components) implements Block {
  private static final int FEWEST_FRAMES = 3;

  @Override
  public String name() {
    return "scov";
  }

  @Override
  public int size() {
    return components + Triangle.size(components);
  }

  @Override
  public float[] of(HeardWindow window) {
    double[][] covariance = covariance(window.components());
    for (double[] row : covariance) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.copySign(Math.sqrt(Math.abs(row[j])), row[j]);
      }
    }
    float[] out = new float[size()];
    System.arraycopy(Covariance.means(window.components()), 0, out, 0, components);
    Triangle.write(covariance, out, components);
    return out;
  }

  /** The covariance of projected frames, or the identity. */
  static double[][] covariance(Frames frames) {
    if (frames.count() >= FEWEST_FRAMES) {
      return Covariance.of(frames);
    }
    double[][] identity = new double[frames.dimensions()][frames.dimensions()];
    for (int i = 0; i < identity.length; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }
}
