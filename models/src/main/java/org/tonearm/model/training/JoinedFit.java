package org.tonearm.model.training;

import java.util.List;
import java.util.Map;
import org.tonearm.model.classifier.ScoreJoin;
import org.tonearm.model.verdict.Calibration;

/**
 * How the network and the statistics are joined: the share and the temperature under which the
 * truths of held-out clips are likeliest.
 *
 * @param networkShare weight of the network's log-probabilities, {@link #LEAST_SHARE} to 1
 * @param calibration of the joined scores
 */
record JoinedFit(double networkShare, Calibration calibration) {
  /** The network always has a say. */
  private static final double LEAST_SHARE = 0.2;

  private static final double STEP = 0.05;

  /**
   * Fits on clips that neither listener was trained on.
   *
   * @param scores listener to log-probabilities, one map a clip
   * @param truths label of each
   */
  static JoinedFit fit(List<Map<String, double[]>> scores, List<Integer> truths) {
    JoinedFit best = null;
    double least = Double.POSITIVE_INFINITY;
    for (double share = LEAST_SHARE; share <= 1 + 1e-9; share += STEP) {
      double at = share;
      List<double[]> rows = scores.stream().map(s -> join(s, at)).toList();
      Calibration calibration = Calibration.fit(rows, truths);
      double loss = calibration.loss(rows, truths);
      if (loss < least) {
        least = loss;
        best = new JoinedFit(share, calibration);
      }
    }
    return best;
  }

  /** Joined log-probabilities of one clip, up to a constant. */
  static double[] join(Map<String, double[]> scores, double networkShare) {
    return ScoreJoin.join(
        scores.get(Listeners.NETWORK), scores.get(Listeners.STATISTICS), networkShare);
  }
}
