package org.tonearm.model.description;

import java.util.Arrays;
import org.tonearm.model.feature.Frames;
import org.tonearm.model.statistics.PrincipalComponents;

/**
 * Brings scattering frames to a few values that, over the training frames, do not depend on each
 * other and have deviation 1: each row standardised, then seen along the leading principal axes.
 * Immutable, thread-safe.
 *
 * @param mean of the training frames, one a row
 * @param scale reciprocal of their deviation, one a row; 0 for a row that never varied
 * @param axes principal axes of the standardised frames, by falling variance
 * @param eigenvalues variances along the axes
 */
@SuppressWarnings("ArrayRecordComponent") // plain matrices on a hot path; not to be changed
public record FrameProjection(float[] mean, float[] scale, float[][] axes, float[] eigenvalues) {
  /** Axes that the description of a window uses. */
  public static final int COMPONENTS = 30;

  private static final double SMALLEST_VARIANCE = 1e-10;

  /**
   * Measures frames; every tenth of a corpus is enough.
   *
   * @param frames frames of {@link ScatteringRows}, at least one; not changed
   * @param components axes, {@link #COMPONENTS} for a description
   * @throws IllegalArgumentException if there are fewer frames or rows than components
   */
  public static FrameProjection fit(Frames frames, int components) {
    int d = frames.dimensions();
    if (Math.min(frames.count(), d) < components) {
      throw new IllegalArgumentException(
          "expected at least " + components + " frames, not " + frames.count());
    }
    float[] mean = new float[d];
    float[] scale = new float[d];
    float[] standardised = frames.values().clone();
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int n = 0; n < frames.count(); n++) {
        sum += standardised[n * d + j];
      }
      mean[j] = (float) (sum / frames.count());
      double squares = 0;
      for (int n = 0; n < frames.count(); n++) {
        standardised[n * d + j] -= mean[j];
        squares += (double) standardised[n * d + j] * standardised[n * d + j];
      }
      double variance = squares / frames.count();
      scale[j] = variance > SMALLEST_VARIANCE ? (float) (1 / Math.sqrt(variance)) : 0;
      for (int n = 0; n < frames.count(); n++) {
        standardised[n * d + j] *= scale[j];
      }
    }
    PrincipalComponents found =
        PrincipalComponents.fit(new Frames(frames.count(), d, standardised), components);
    return new FrameProjection(mean, scale, found.axes(), found.variances());
  }

  /** New frames of as many values as there are axes. */
  public Frames apply(Frames frames) {
    int d = mean.length;
    int k = axes.length;
    if (frames.dimensions() != d) {
      throw new IllegalArgumentException(
          "expected frames of " + d + " values, not " + frames.dimensions());
    }
    float[][] weights = weights();
    float[] out = new float[frames.count() * k];
    float[] sum = new float[k];
    for (int n = 0; n < frames.count(); n++) {
      Arrays.fill(sum, 0);
      for (int j = 0; j < d; j++) {
        float value = frames.values()[n * d + j] - mean[j];
        float[] row = weights[j];
        for (int c = 0; c < k; c++) {
          sum[c] += value * row[c];
        }
      }
      System.arraycopy(sum, 0, out, n * k, k);
    }
    return new Frames(frames.count(), k, out);
  }

  /** What a row adds to each component; an axis without variance stays 0. */
  private float[][] weights() {
    float[][] weights = new float[mean.length][axes.length];
    for (int c = 0; c < axes.length; c++) {
      double length = eigenvalues[c] > SMALLEST_VARIANCE ? 1 / Math.sqrt(eigenvalues[c]) : 0;
      for (int j = 0; j < mean.length; j++) {
        weights[j][c] = (float) (axes[c][j] * scale[j] * length);
      }
    }
    return weights;
  }
}
