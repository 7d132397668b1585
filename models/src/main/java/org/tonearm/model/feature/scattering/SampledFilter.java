package org.tonearm.model.feature.scattering;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A wavelet's frequency response on the bins of a block, as far as it is not negligible, and the
 * length of the shorter block that holds the filtered signal without loss.
 *
 * <p>The filtered signal is moved down in frequency, so that the support begins at bin 0: its
 * modulus, all that is wanted, does not change, and the product is one contiguous run of bins.
 * Immutable.
 */
final class SampledFilter {
  private final int blockLength;
  private final int firstBin;
  private final float[] weights;
  private final int length;

  /**
   * @param response frequency response, of period 2 pi
   * @param centre where it is largest, in radians a sample
   * @param blockLength samples of the block, a power of two
   * @param threshold what is smaller than this part of the largest value is negligible
   * @param oversampling bins of the shorter block over bins of the support, at least
   * @param minimum shortest length allowed, a power of two
   */
  SampledFilter(
      DoubleUnaryOperator response,
      double centre,
      int blockLength,
      double threshold,
      double oversampling,
      int minimum) {
    this.blockLength = blockLength;
    double step = 2 * Math.PI / blockLength;
    int peak = (int) Math.round(centre / step);
    double negligible = threshold * Math.abs(response.applyAsDouble(peak * step));
    // A Morlet response crosses zero; beyond the last bin above the threshold it stays below.
    int below = reach(response, peak, -1, step, negligible);
    int above = reach(response, peak, 1, step, negligible);
    int width = Math.min(below + above + 1, blockLength);
    firstBin = peak - Math.min(below, blockLength / 2);
    weights = new float[width];
    for (int k = 0; k < width; k++) {
      weights[k] = (float) response.applyAsDouble((firstBin + k) * step);
    }
    int wanted = Math.max((int) Math.ceil(width * oversampling), minimum);
    length = Math.min(blockLength, ceilingPowerOfTwo(wanted));
  }

  private static int reach(
      DoubleUnaryOperator response, int peak, int direction, double step, double negligible) {
    int half = (int) Math.round(Math.PI / step);
    int last = 0;
    int quiet = 0;
    // A zero crossing is far narrower than the distance walked so far; a true end is not.
    for (int k = 1; k < half && quiet <= last / 2 + 1; k++) {
      if (Math.abs(response.applyAsDouble((peak + direction * k) * step)) > negligible) {
        last = k;
        quiet = 0;
      } else {
        quiet++;
      }
    }
    return last;
  }

  private static int ceilingPowerOfTwo(int n) {
    return n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }

  /** Complex samples of the filtered signal, a power of two. */
  int length() {
    return length;
  }

  /**
   * Filters: the spectrum of the shorter block.
   *
   * @param spectrum half + 1 bins of a real signal of {@code spectrumLength} samples that spans the
   *     same time as the block
   * @param spectrumLength 2 * half; where it is less than the block's length, the bins above are
   *     taken as zero
   * @param scale factor on all bins
   * @param out receives {@link #length()} complex bins
   */
  void apply(float[] spectrum, int spectrumLength, float scale, float[] out) {
    int half = spectrumLength / 2;
    int end = firstBin + weights.length;
    int k = firstBin;
    int o = 0;
    for (; k < 0 && k < end; k++, o++) {
      float w = weights[o] * scale;
      int bin = -k;
      boolean inside = bin <= half;
      out[2 * o] = inside ? w * spectrum[2 * bin] : 0;
      out[2 * o + 1] = inside ? -w * spectrum[2 * bin + 1] : 0;
    }
    for (; k <= half && k < end; k++, o++) {
      float w = weights[o] * scale;
      out[2 * o] = w * spectrum[2 * k];
      out[2 * o + 1] = w * spectrum[2 * k + 1];
    }
    if (spectrumLength == blockLength) {
      for (; k < end; k++, o++) {
        float w = weights[o] * scale;
        int bin = spectrumLength - k;
        out[2 * o] = w * spectrum[2 * bin];
        out[2 * o + 1] = -w * spectrum[2 * bin + 1];
      }
    }
    Arrays.fill(out, 2 * o, 2 * length, 0);
  }
}
