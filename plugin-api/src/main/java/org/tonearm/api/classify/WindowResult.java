package org.tonearm.api.classify;

import org.tonearm.api.Stability;

/**
 * Scores of one window.
 *
 * @param logProbabilities natural logarithms of uncalibrated probabilities, one a label; the
 *     receiver owns the array
 * @param music probability, 0 to 1, that the window is music
 */
@Stability(Stability.Level.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent") // a plain vector on a hot path; ownership is stated
public record WindowResult(double[] logProbabilities, double music) {}
