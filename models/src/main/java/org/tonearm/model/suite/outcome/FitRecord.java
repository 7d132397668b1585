package org.tonearm.model.suite.outcome;

/**
 * How a network was trained.
 *
 * @param epochs passes over the training pieces; one cut short by the budget counts with its share.
 *     Earlier versions rounded it up; see {@link #passes}
 * @param best number of the epoch whose weights count, from 1, one cut short included; 0 where an
 *     earlier version did not keep it, or the first epoch diverged
 * @param stop why it ended
 * @param dataShare share of the training pieces seen at least once
 * @param cpuSeconds CPU seconds in all, validation included
 * @param secondsPerEpoch CPU seconds of a whole pass; a cut one is scaled up
 * @param secondsPerStep CPU seconds of an update
 * @param peakBytes highest resident memory of the whole process, sampled after each step
 */
public record FitRecord(
    double epochs,
    int best,
    String stop,
    double dataShare,
    double cpuSeconds,
    double secondsPerEpoch,
    double secondsPerStep,
    long peakBytes) {

  /**
   * Passes over the training pieces, never more than there was time for: so a number that an
   * earlier version rounded up does not count for whole passes.
   */
  public double passes() {
    return secondsPerEpoch > 0 ? Math.min(epochs, cpuSeconds / secondsPerEpoch) : epochs;
  }
}
