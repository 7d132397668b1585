package org.tonearm.model.description;

/**
 * Hears timbre: the mean shape of the spectrum, as {@link Cepstrum} tells it, and how its parts
 * vary together, as the {@linkplain LogCovariance logarithm} of their covariance on and above the
 * diagonal.
 */
record TimbreCovariance() implements Block {
  static final double RIDGE = 0.01;

  @Override
  public String name() {
    return "mlog";
  }

  @Override
  public int size() {
    return Cepstrum.COEFFICIENTS + Triangle.size(Cepstrum.COEFFICIENTS);
  }

  @Override
  public float[] of(HeardWindow window) {
    float[] out = new float[size()];
    System.arraycopy(Covariance.means(window.cepstra()), 0, out, 0, Cepstrum.COEFFICIENTS);
    double[][] logarithm = LogCovariance.of(Covariance.of(window.cepstra()), RIDGE);
    Triangle.write(logarithm, out, Cepstrum.COEFFICIENTS);
    return out;
  }
}
