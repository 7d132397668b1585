package org.tonearm.model.suite.measure;

import java.util.Arrays;
import java.util.List;
import org.tonearm.model.network.paper.Decision;

/** Applies a paper's {@link Decision} to the outputs for one track. */
public final class Verdicts {
  /** What is told where the pieces do not agree enough, or say nothing but NaN. */
  public static final int NONE = -1;

  private static final double SMALLEST = 1e-7;

  private Verdicts() {}

  /**
   * The track's label.
   *
   * @param outputs one row of class probabilities a piece or frame, at least one row
   * @return index of the label, or {@link #NONE}; ties go to the label of the higher mean
   */
  public static int told(Decision decision, List<float[]> outputs) {
    if (decision instanceof Decision.MeanOfLogs) {
      return best(logs(outputs));
    }
    int[] votes = votes(outputs);
    int winner = winner(votes, means(outputs));
    if (votes[winner] == 0) {
      return NONE;
    }
    if (decision instanceof Decision.Threshold threshold) {
      long asked = (long) threshold.least() * outputs.size();
      return (long) votes[winner] * threshold.of() >= asked ? winner : NONE;
    }
    return winner;
  }

  /** Mean of each class's outputs. */
  public static double[] means(List<float[]> outputs) {
    double[] mean = new double[outputs.get(0).length];
    for (float[] row : outputs) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += row[c] / outputs.size();
      }
    }
    return mean;
  }

  /** The label of one row; {@link #NONE} of a row of NaN, as a diverged network gives. */
  public static int best(float[] row) {
    double[] wide = new double[row.length];
    Arrays.setAll(wide, c -> row[c]);
    return best(wide);
  }

  /** The label of one row of wider numbers; {@link #NONE} of a row of NaN. */
  public static int best(double[] row) {
    int best = NONE;
    for (int c = 0; c < row.length; c++) {
      if (!Double.isNaN(row[c]) && (best == NONE || row[c] > row[best])) {
        best = c;
      }
    }
    return best;
  }

  private static double[] logs(List<float[]> outputs) {
    double[] sum = new double[outputs.get(0).length];
    for (float[] row : outputs) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += Math.log(Math.max(row[c], SMALLEST));
      }
    }
    return sum;
  }

  private static int[] votes(List<float[]> outputs) {
    int[] votes = new int[outputs.get(0).length];
    for (float[] row : outputs) {
      int best = best(row);
      if (best != NONE) {
        votes[best]++;
      }
    }
    return votes;
  }

  private static int winner(int[] votes, double[] means) {
    int winner = 0;
    for (int c = 1; c < votes.length; c++) {
      if (votes[c] > votes[winner] || (votes[c] == votes[winner] && means[c] > means[winner])) {
        winner = c;
      }
    }
    return winner;
  }
}
