package org.tonearm.model.suite.outcome;

/**
 * How a network was trained.
 *
 * @param epochs passes over the training pieces, the last one maybe cut short
 * @param stop why it ended
 * @param dataShare share of the training pieces seen at least once
 * @param cpuSeconds CPU seconds in all, validation included
 * @param secondsPerEpoch CPU seconds of a whole pass; a cut one is scaled up
 * @param secondsPerStep CPU seconds of an update
 * @param peakBytes highest resident memory of the whole process, sampled after each step
 */
public record FitRecord(
    int epochs,
    String stop,
    double dataShare,
    double cpuSeconds,
    double secondsPerEpoch,
    double secondsPerStep,
    long peakBytes) {}
