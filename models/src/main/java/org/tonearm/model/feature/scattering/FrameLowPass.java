package org.tonearm.model.feature.scattering;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.tonearm.model.feature.backend.FourierTransform;

/**
 * The low-pass phi, evaluated only where frames are: the few bins that it lets pass are folded onto
 * as many bins as the block has hops. Immutable.
 */
final class FrameLowPass {
  private static final double THRESHOLD = 1e-7;

  private final FourierTransform frames;
  private final float[] weights;

  /**
   * @param response frequency response, even, falling, 1 at zero
   * @param blockLength samples of the block
   * @param frames transform of as many points as the block has hops
   */
  FrameLowPass(DoubleUnaryOperator response, int blockLength, FourierTransform frames) {
    this.frames = frames;
    double step = 2 * Math.PI / blockLength;
    int count = 1;
    while (response.applyAsDouble(count * step) > THRESHOLD) {
      count++;
    }
    weights = new float[count];
    for (int k = 0; k < count; k++) {
      weights[k] = (float) response.applyAsDouble(k * step);
    }
  }

  /** Bins a spectrum needs at least, from zero up. */
  int bins() {
    return weights.length;
  }

  /**
   * Smooths and samples.
   *
   * @param spectrum bins of a real signal, from zero up, at least {@link #bins()} of them
   * @param scale factor on the result; 1 over the samples that the spectrum was made of, to filter
   * @param out receives one value a hop in its even elements; 2 * hops floats
   */
  void apply(float[] spectrum, float scale, float[] out) {
    int mask = frames.length() - 1;
    Arrays.fill(out, 0, 2 * frames.length(), 0);
    out[0] = weights[0] * scale * spectrum[0];
    for (int k = 1; k < weights.length; k++) {
      // Twice the real part of the positive bins stands for both halves of a real signal's
      // spectrum.
      float w = 2 * weights[k] * scale;
      int bin = k & mask;
      out[2 * bin] += w * spectrum[2 * k];
      out[2 * bin + 1] += w * spectrum[2 * k + 1];
    }
    frames.inverseComplex(out, frames.length());
  }

  /**
   * The same as a matrix, for those who compute whole batches.
   *
   * @param scale as in {@link #apply}
   * @param first hops before the first frame
   * @param count frames
   * @return a row a frame: factors of the real parts of {@link #bins()} bins, then of the imaginary
   */
  float[] matrix(float scale, int first, int count) {
    int bins = weights.length;
    float[] matrix = new float[count * 2 * bins];
    for (int f = 0; f < count; f++) {
      for (int k = 0; k < bins; k++) {
        double w = (k == 0 ? 1.0 : 2.0) * weights[k] * scale;
        double angle = 2 * Math.PI * (k * (first + f) % frames.length()) / frames.length();
        matrix[(2 * f) * bins + k] = (float) (w * Math.cos(angle));
        matrix[(2 * f + 1) * bins + k] = k == 0 ? 0 : (float) (-w * Math.sin(angle));
      }
    }
    return matrix;
  }
}
