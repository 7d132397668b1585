package org.tonearm.model.description;

/**
 * Hears the same as {@link ScatteringCovariance}, measured as covariances should be: the
 * {@linkplain LogCovariance logarithm}, on and above the diagonal. Values off the diagonal, which
 * stand for two, weigh by the square root of 2.
 *
 * @param components values of a projected frame
 */
record ScatteringLogCovariance(int components) implements Block {
  private static final double RIDGE = 0.03;

  @Override
  public String name() {
    return "slogcov";
  }

  @Override
  public int size() {
    return Triangle.size(components);
  }

  @Override
  public float[] of(HeardWindow window) {
    double[][] logarithm =
        LogCovariance.of(ScatteringCovariance.covariance(window.components()), RIDGE);
    for (int i = 0; i < components; i++) {
      for (int j = i + 1; j < components; j++) {
        logarithm[i][j] *= Math.sqrt(2);
      }
    }
    float[] out = new float[size()];
    Triangle.write(logarithm, out, 0);
    return out;
  }
}
