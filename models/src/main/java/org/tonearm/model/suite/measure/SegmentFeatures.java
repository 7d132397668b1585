package org.tonearm.model.suite.measure;

import java.util.Arrays;
import java.util.List;
import org.tonearm.model.feature.Frames;

/**
 * The segment features of Dai et al., 2.3: statistics of all frames of a segment, which is a whole
 * track. C is the number of labels.
 */
public final class SegmentFeatures {
  /**
   * The threshold k of equation 14, as in their section 4.2, on which Table 4 stands. In 4.3 one
   * network does best with 0.95, chosen on the clips that are scored; ours keeps one k for all.
   */
  public static final double SHARE_ABOVE = 0.9;

  private SegmentFeatures() {}

  /**
   * f_sc, equation 10: the mean of the scattering frames x_i.
   *
   * @param frames n frames of the scattering transform, n at least 1
   * @return one value a dimension (525 in the paper)
   */
  public static float[] scattering(Frames frames) {
    int d = frames.dimensions();
    double[] sum = new double[d];
    for (int i = 0; i < frames.count(); i++) {
      for (int j = 0; j < d; j++) {
        sum[j] += frames.values()[i * d + j];
      }
    }
    float[] mean = new float[d];
    for (int j = 0; j < d; j++) {
      mean[j] = (float) (sum[j] / frames.count());
    }
    return mean;
  }

  /**
   * f_lstm, equations 11 to 14: for each label the maximum, the minimum and the mean of the softmax
   * outputs p_i, and the share of frames whose output is above k.
   *
   * @param outputs p_i, one row of C probabilities a frame, at least one
   * @param k threshold of equation 14, 0 to 1
   * @return 4C values: C maxima, C minima, C means, C shares
   */
  public static float[] lstm(List<float[]> outputs, double k) {
    int classes = outputs.get(0).length;
    int n = outputs.size();
    float[] f = new float[4 * classes];
    for (int c = 0; c < classes; c++) {
      float max = Float.NEGATIVE_INFINITY;
      float min = Float.POSITIVE_INFINITY;
      double sum = 0;
      int above = 0;
      for (float[] p : outputs) {
        max = Math.max(max, p[c]);
        min = Math.min(min, p[c]);
        sum += p[c];
        above += p[c] > k ? 1 : 0;
      }
      f[c] = max;
      f[classes + c] = min;
      f[2 * classes + c] = (float) (sum / n);
      f[3 * classes + c] = (float) above / n;
    }
    return f;
  }

  /** f_fusion: f_sc and f_lstm side by side, 525 + 4C values in the paper. */
  public static float[] fusion(float[] scattering, float[] lstm) {
    float[] joined = Arrays.copyOf(scattering, scattering.length + lstm.length);
    System.arraycopy(lstm, 0, joined, scattering.length, lstm.length);
    return joined;
  }
}
