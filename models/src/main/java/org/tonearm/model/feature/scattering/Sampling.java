package org.tonearm.model.feature.scattering;

import java.util.List;

/**
 * How finely filtered signals are sampled: what trades time for accuracy.
 *
 * <p>A modulus is not band-limited, and what it carries beyond the sampling rate folds back.
 * Averaged over many samples that hardly shows, so wide bands, the costly ones, need little
 * oversampling; narrow ones need more, and have it for nearly nothing. The envelope of a band of
 * order 1 is split once more, and shows it sooner.
 *
 * @param threshold part of a filter's largest value below which its response counts as zero
 * @param first for the bands of order 1
 * @param second for those of order 2
 */
record Sampling(double threshold, Oversampling first, Oversampling second) {

  /**
   * Samples over bins of support, at least.
   *
   * @param wide for wide bands
   * @param narrower for narrower ones, the narrowest first
   */
  record Oversampling(double wide, List<Narrower> narrower) {
    Oversampling {
      narrower = List.copyOf(narrower);
    }

    private double ratio(double share) {
      return narrower.stream()
          .filter(step -> share < step.below())
          .mapToDouble(Narrower::ratio)
          .findFirst()
          .orElse(wide);
    }
  }

  /**
   * A step.
   *
   * @param below the support is below this share of the block's bins
   * @param ratio samples over bins of support, at least
   */
  record Narrower(double below, double ratio) {}

  /** The ratio for a band of order 1 or 2. */
  double oversampling(int order, int support, int blockLength) {
    return (order == 1 ? first : second).ratio((double) support / blockLength);
  }
}
