package org.tonearm.model.statistics;

/**
 * All that a listener answers about one window.
 *
 * @param logProbabilities natural logarithms of the labels' probabilities
 * @param further the same of its further questions, one behind the other; empty if it asks none
 */
@SuppressWarnings("ArrayRecordComponent") // plain vectors on a hot path; the receiver owns them
public record WindowAnswers(double[] logProbabilities, double[] further) {
  /** Of a listener that asks nothing further. */
  public WindowAnswers(double[] logProbabilities) {
    this(logProbabilities, new double[0]);
  }
}
