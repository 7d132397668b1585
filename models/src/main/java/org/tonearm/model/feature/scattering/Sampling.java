package org.tonearm.model.feature.scattering;

/**
 * How finely filtered signals are sampled: what trades time for accuracy.
 *
 * <p>A modulus is not band-limited, and what it carries beyond the sampling rate folds back.
 * Averaged over many samples that hardly shows, so wide bands, the costly ones, need little
 * oversampling; narrow ones need more, and have it for nearly nothing.
 *
 * @param threshold part of a filter's largest value below which its response counts as zero
 * @param first samples over bins of support, at least, for a wide band of order 1
 * @param second the same for order 2
 * @param narrow the same for a narrow band of either order
 * @param narrowShare a band is narrow if its support is below this share of the block's bins
 */
record Sampling(double threshold, double first, double second, double narrow, double narrowShare) {

  /** The ratio for a band of order 1 or 2. */
  double oversampling(int order, int support, int blockLength) {
    double wide = order == 1 ? first : second;
    return support < narrowShare * blockLength ? Math.max(narrow, wide) : wide;
  }
}
