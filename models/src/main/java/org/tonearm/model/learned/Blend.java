package org.tonearm.model.learned;

import java.util.List;
import org.tonearm.model.classifier.ScoreJoin;
import org.tonearm.model.verdict.Calibration;

/**
 * How the machine on embeddings and the machine on statistics are joined.
 *
 * @param embeddingShare weight of the first's log-probabilities, 0 to 1; the other has the rest
 * @param calibration of the joined scores
 */
public record Blend(double embeddingShare, Calibration calibration) {
  private static final int STEPS = 10;

  /** Checks the range. */
  public Blend {
    if (!(embeddingShare >= 0 && embeddingShare <= 1)) {
      throw new IllegalArgumentException("share not within 0 to 1: " + embeddingShare);
    }
  }

  /** Joined log-probabilities, up to a constant. */
  double[] join(Machines.Opinions opinions) {
    return ScoreJoin.join(opinions.embedding(), opinions.statistics(), embeddingShare);
  }

  /**
   * The share, in steps of a tenth, and the temperature under which the truths of tracks held out
   * are likeliest.
   *
   * @param held at least one
   */
  static Blend fit(List<HeldOut> held) {
    List<Integer> truths = held.stream().map(HeldOut::truth).toList();
    Blend best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= STEPS; step++) {
      Blend plain = new Blend((double) step / STEPS, Calibration.NONE);
      List<double[]> rows = held.stream().map(track -> track.joined(plain)).toList();
      Calibration calibration = Calibration.fit(rows, truths);
      double loss = calibration.loss(rows, truths);
      if (loss < least) {
        least = loss;
        best = new Blend(plain.embeddingShare(), calibration);
      }
    }
    return best;
  }
}
