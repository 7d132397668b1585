package org.tonearm.api.classify;

import org.tonearm.api.Stability;

/**
 * Scores of one window.
 *
 * @param logProbabilities natural logarithms of uncalibrated probabilities, one a label; the
 *     receiver owns the array
 * @param music probability, 0 to 1, that the window is music
 * @param further likewise of the model's questions about sub-genres, one behind the other as the
 *     classifier orders them; empty where it asks none. The receiver owns the array
 */
@Stability(Stability.Level.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent") // a plain vector on a hot path; ownership is stated
public record WindowResult(double[] logProbabilities, double music, double[] further) {
  private static final double[] NONE = {};

  /** Of a model without sub-genres. */
  public WindowResult(double[] logProbabilities, double music) {
    this(logProbabilities, music, NONE);
  }
}
