package org.tonearm.model.training;

import java.util.ArrayList;
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

  /** The machine's scores, which weigh most, are calibrated by its own training. */
  private static final double EXPECTED_DEVIATION = 0.1;

  /**
   * Fits on clips that neither listener was trained on. The network gets more than its least share
   * only where that makes the truths likelier by more than one standard error over the clips: among
   * a thousand clips, shares far apart are hardly told from one another.
   *
   * @param scores listener to log-probabilities, one map a clip
   * @param truths label of each
   */
  static JoinedFit fit(List<Map<String, double[]>> scores, List<Integer> truths) {
    Candidate least = candidate(scores, truths, LEAST_SHARE);
    Candidate best = least;
    for (double share = LEAST_SHARE + STEP; share <= 1 + 1e-9; share += STEP) {
      Candidate next = candidate(scores, truths, share);
      if (mean(next.losses()) < mean(best.losses())) {
        best = next;
      }
    }
    return isSurelyBetter(best.losses(), least.losses()) ? best.fit() : least.fit();
  }

  private static Candidate candidate(
      List<Map<String, double[]>> scores, List<Integer> truths, double share) {
    List<double[]> rows = scores.stream().map(s -> join(s, share)).toList();
    Calibration calibration = Calibration.fit(rows, truths, EXPECTED_DEVIATION);
    List<Double> losses = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      losses.add(calibration.loss(rows.subList(i, i + 1), truths.subList(i, i + 1)));
    }
    return new Candidate(new JoinedFit(share, calibration), losses);
  }

  private static boolean isSurelyBetter(List<Double> losses, List<Double> others) {
    List<Double> gains = new ArrayList<>();
    for (int i = 0; i < losses.size(); i++) {
      gains.add(others.get(i) - losses.get(i));
    }
    double gain = mean(gains);
    double squares = gains.stream().mapToDouble(g -> (g - gain) * (g - gain)).sum();
    return gain > Math.sqrt(squares / Math.max(1, gains.size() - 1) / gains.size());
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).sum() / values.size();
  }

  /** Joined log-probabilities of one clip, up to a constant. */
  static double[] join(Map<String, double[]> scores, double networkShare) {
    return ScoreJoin.join(
        scores.get(Listeners.NETWORK), scores.get(Listeners.STATISTICS), networkShare);
  }

  /**
   * One share, fitted.
   *
   * @param losses negative logarithm of the probability given to the truth, one a clip
   */
  private record Candidate(JoinedFit fit, List<Double> losses) {}
}
