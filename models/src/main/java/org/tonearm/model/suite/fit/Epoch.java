package org.tonearm.model.suite.fit;

/**
 * What one pass over the training pieces came to.
 *
 * @param loss mean of the network's own loss over its steps
 * @param validation the same loss over the validation part, without dropout, each batch weighed by
 *     its pieces; where the loss is a batch's sum (Dai et al.), a last, smaller batch so weighs
 *     less a piece than the others
 * @param share of the training pieces seen; below 1 where the time was spent before the end
 * @param steps updates of the weights
 * @param trainSeconds CPU seconds of the training thread, validation left out
 * @param cpuSeconds CPU seconds of the thread, validation included
 * @param peakBytes highest resident memory of the whole process, sampled after each step
 */
public record Epoch(
    double loss,
    double validation,
    double share,
    int steps,
    double trainSeconds,
    double cpuSeconds,
    long peakBytes) {}
