package org.tonearm.model.evaluation;

/**
 * What was told of one held-out clip.
 *
 * @param id the clip
 * @param dataset its data set
 * @param fold the fold in which it was held out
 * @param truth index of its label
 * @param probabilities one a label
 */
@SuppressWarnings("ArrayRecordComponent") // a plain vector; not to be changed
public record Prediction(String id, String dataset, int fold, int truth, double[] probabilities) {

  /** Index of the best label. */
  public int best() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  /** True if the best label is the right one. */
  public boolean right() {
    return best() == truth;
  }

  /** Probability of the best label. */
  public double confidence() {
    return probabilities[best()];
  }
}
