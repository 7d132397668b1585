package org.tonearm.model.description;

import org.tonearm.model.feature.Frames;

/**
 * Hears which parts of the spectrum sound together, as drums and voices do and layers of
 * synthesizers do not: correlations between the loudness of 26 bands, each three mel bands wide,
 * above the diagonal. A band that does not vary correlates with none.
 *
 * <p>Source: the correlation pattern of Seyerlehner, Widmer and Pohle, "Fusing Block-Level Features
 * for Music Similarity Estimation", DAFx 2010; there of 52 bands, over blocks. Ours: 26 bands, over
 * the whole window.
 */
record BandCorrelation() implements Block {
  private static final int GROUPS = 26;
  private static final int GROUP = 3;
  private static final double SMALLEST_VARIANCE = 1e-10;

  @Override
  public String name() {
    return "corr";
  }

  @Override
  public int size() {
    return Triangle.size(GROUPS) - GROUPS;
  }

  @Override
  public float[] of(HeardWindow window) {
    double[][] covariance = Covariance.of(grouped(window.mel()));
    float[] out = new float[size()];
    int at = 0;
    for (int i = 0; i < GROUPS; i++) {
      for (int j = i + 1; j < GROUPS; j++) {
        out[at++] = (float) correlation(covariance[i][j], covariance[i][i], covariance[j][j]);
      }
    }
    return out;
  }

  private static double correlation(double covariance, double variance1, double variance2) {
    if (variance1 < SMALLEST_VARIANCE || variance2 < SMALLEST_VARIANCE) {
      return 0;
    }
    return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance1 * variance2)));
  }

  private static Frames grouped(Frames mel) {
    float[] values = new float[mel.count() * GROUPS];
    for (int n = 0; n < mel.count(); n++) {
      for (int group = 0; group < GROUPS; group++) {
        float sum = 0;
        for (int band = 0; band < GROUP; band++) {
          sum += mel.values()[n * mel.dimensions() + group * GROUP + band];
        }
        values[n * GROUPS + group] = sum / GROUP;
      }
    }
    return new Frames(mel.count(), GROUPS, values);
  }
}
