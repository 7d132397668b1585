package org.tonearm.standalone.bench;

/**
 * What one stage of hearing tracks took, alone and on one thread.
 *
 * @param stage what is done, in words
 * @param cpuSeconds processor time of one track, on average
 */
public record StageFigures(String stage, double cpuSeconds) {}
