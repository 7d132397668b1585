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

  /** Each twice, for real and imaginary part, so that they multiply a spectrum as it lies. */
  private final float[] weights;

  private final int length;

  /**
   * @param response frequency response, of period 2 pi
   * @param centre where it is largest, in radians a sample
   * @param blockLength samples of the block, a power of two
   * @param order of the wavelet, 1 or 2
   * @param sampling decides what is negligible, and how much longer than the support is enough
   * @param minimum shortest length allowed, a power of two
   */
  SampledFilter(
      DoubleUnaryOperator response,
      double centre,
      int blockLength,
      int order,
      Sampling sampling,
      int minimum) {
    this.blockLength = blockLength;
    double step = 2 * Math.PI / blockLength;
    int peak = (int) Math.round(centre / step);
    double negligible = sampling.threshold() * Math.abs(response.applyAsDouble(peak * step));
    // A Morlet response crosses zero; beyond the last bin above the threshold it stays below.
    int below = reach(response, peak, -1, step, negligible);
    int above = reach(response, peak, 1, step, negligible);
    int width = Math.min(below + above + 1, blockLength);
    firstBin = peak - Math.min(below, blockLength / 2);
    weights = new float[2 * width];
    for (int k = 0; k < width; k++) {
      weights[2 * k] = (float) response.applyAsDouble((firstBin + k) * step);
      weights[2 * k + 1] = weights[2 * k];
    }
    double oversampling = sampling.oversampling(order, width, blockLength);
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

  /** Bins of the filtered signal that are not zero, from the first. */
  int bins() {
    return weights.length / 2;
  }

  /** The bin of the block's spectrum under the first weight; negative ones count from zero down. */
  int firstBin() {
    return firstBin;
  }

  /** The frequency response, a value a bin; a fresh array. */
  float[] response() {
    float[] response = new float[bins()];
    for (int k = 0; k < response.length; k++) {
      response[k] = weights[2 * k];
    }
    return response;
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
   * @param out receives {@link #bins()} complex bins; all others are zero
   */
  void apply(float[] spectrum, int spectrumLength, float scale, float[] out) {
    int half = spectrumLength / 2;
    int bins = weights.length / 2;
    int end = firstBin + bins;
    int negative = Math.min(Math.max(0, -firstBin), bins);
    mirror(spectrum, half, -firstBin, scale, 0, negative, out);
    int direct = Math.max(0, Math.min(end, half + 1) - Math.max(firstBin, 0));
    int from = 2 * (firstBin + negative);
    int to = 2 * negative;
    for (int m = 0; m < 2 * direct; m++) {
      out[to + m] = weights[to + m] * scale * spectrum[from + m];
    }
    int done = negative + direct;
    if (spectrumLength == blockLength && done < bins) {
      mirror(spectrum, half, spectrumLength - firstBin, scale, done, bins, out);
      done = bins;
    }
    Arrays.fill(out, 2 * done, 2 * bins, 0);
  }

  /** Takes bins from the other half of a real signal's spectrum: conjugate, in falling order. */
  private void mirror(
      float[] spectrum, int half, int origin, float scale, int begin, int end, float[] out) {
    for (int o = begin; o < end; o++) {
      int bin = origin - o;
      float w = bin <= half ? weights[2 * o] * scale : 0;
      int source = 2 * Math.min(bin, half);
      out[2 * o] = w * spectrum[source];
      out[2 * o + 1] = -w * spectrum[source + 1];
    }
  }

  /**
   * The filter as a taking of rows: which bin of a spectrum each bin of the filtered signal comes
   * from, and its factors. What {@link #apply} does, for those who compute whole batches.
   *
   * @param spectrumLength as in {@link #apply}
   * @param scale factor on all bins
   * @param bins receives {@link #length()} bins, 0 where the factor is
   * @param real receives the factors of the real parts
   * @param imaginary receives those of the imaginary parts; of the other sign where a bin is the
   *     conjugate of its mirror image
   */
  void describe(int spectrumLength, float scale, int[] bins, float[] real, float[] imaginary) {
    int half = spectrumLength / 2;
    for (int o = 0; o < bins(); o++) {
      int bin = firstBin + o;
      boolean mirrored = bin < 0 || (bin > half && spectrumLength == blockLength);
      if (mirrored) {
        bin = bin < 0 ? -bin : spectrumLength - bin;
      }
      if (bin <= half) {
        bins[o] = bin;
        real[o] = weights[2 * o] * scale;
        imaginary[o] = mirrored ? -real[o] : real[o];
      }
    }
  }
}
