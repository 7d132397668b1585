package org.tonearm.model.classifier;

/** How the scores of two listeners become one. */
public final class ScoreJoin {
  private ScoreJoin() {}

  /**
   * Joined log-probabilities, up to a constant: a weighted sum.
   *
   * @param networkShare weight of the first, 0 to 1
   */
  public static double[] join(double[] network, double[] statistics, double networkShare) {
    double[] out = new double[network.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = networkShare * network[i] + (1 - networkShare) * statistics[i];
    }
    return out;
  }
}
