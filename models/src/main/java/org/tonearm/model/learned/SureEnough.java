package org.tonearm.model.learned;

import java.util.List;
import org.tonearm.model.evaluation.Prediction;

/** Chooses the probability from which an answer is told. */
final class SureEnough {
  /** Share of the answers told that are to be right. */
  static final double WANTED = 0.75;

  private static final int LOWEST_STEP = 6;
  private static final int HIGHEST_STEP = 19;
  private static final double STEP = 0.05;

  /** What a sound that is not familiar gets at most lies below: each label as likely, and this. */
  private static final double ABOVE_GUESSING = 0.1;

  private SureEnough() {}

  /**
   * The lowest threshold from 0.30 on, in steps of 0.05, above guessing, from which on three in
   * four of the answers told are right; 0.95 if there is none.
   *
   * @param held calibrated scores of tracks held out, at least one
   */
  static double threshold(List<Prediction> held) {
    double guessing = 1.0 / held.get(0).probabilities().length + ABOVE_GUESSING;
    for (int step = LOWEST_STEP; step < HIGHEST_STEP; step++) {
      double threshold = Math.round(step * STEP * 100) / 100.0;
      if (threshold >= guessing && precision(held, threshold) >= WANTED) {
        return threshold;
      }
    }
    return HIGHEST_STEP * STEP;
  }

  private static double precision(List<Prediction> held, double threshold) {
    List<Prediction> told = held.stream().filter(p -> p.confidence() >= threshold).toList();
    return told.stream().filter(Prediction::right).count() / Math.max(1.0, told.size());
  }
}
