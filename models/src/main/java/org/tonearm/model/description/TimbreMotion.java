package org.tonearm.model.description;

/**
 * Hears how timbre moves within 23 ms, beats and attacks above all: the {@linkplain LogCovariance
 * logarithm} of the covariance of the {@linkplain Cepstrum cepstra}'s differences from one spectrum
 * to the next, on and above the diagonal.
 */
record TimbreMotion() implements Block {

  @Override
  public String name() {
    return "mdlog";
  }

  @Override
  public int size() {
    return Triangle.size(Cepstrum.COEFFICIENTS);
  }

  @Override
  public float[] of(HeardWindow window) {
    double[][] covariance = Covariance.of(Covariance.differences(window.cepstra()));
    float[] out = new float[size()];
    Triangle.write(LogCovariance.of(covariance, TimbreCovariance.RIDGE), out, 0);
    return out;
  }
}
