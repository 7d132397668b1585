package org.tonearm.model.suite.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Area under the receiver operating characteristic: for each class the probability that a track of
 * it scores higher than a track of another (ties count half), averaged over the classes that occur
 * beside others.
 */
public final class AreaUnderCurve {
  private AreaUnderCurve() {}

  /**
   * Computes it.
   *
   * @param scores one row of class scores a track; higher is likelier; NaNs are alike
   * @param truths the class of each track
   * @return 0 to 1; NaN where no class stands beside another
   */
  public static double of(List<double[]> scores, int[] truths) {
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < scores.get(0).length; c++) {
      double area = one(scores, truths, c);
      if (!Double.isNaN(area)) {
        sum += area;
        classes++;
      }
    }
    return classes == 0 ? Double.NaN : sum / classes;
  }

  private static double one(List<double[]> scores, int[] truths, int c) {
    int[] order =
        IntStream.range(0, truths.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores.get(i)[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    double ranks = 0;
    long positives = 0;
    for (int i = 0; i < order.length; ) {
      int end = i;
      double score = scores.get(order[i])[c];
      do {
        end++;
      } while (end < order.length && alike(scores.get(order[end])[c], score));
      double rank = (i + 1 + end) / 2.0;
      for (; i < end; i++) {
        if (truths[order[i]] == c) {
          ranks += rank;
          positives++;
        }
      }
    }
    long negatives = truths.length - positives;
    return positives == 0 || negatives == 0
        ? Double.NaN
        : (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }

  private static boolean alike(double one, double other) {
    return one == other || (Double.isNaN(one) && Double.isNaN(other));
  }
}
