package org.tonearm.model.feature.scattering;

/**
 * How finely the filtered signals are sampled: what trades time for accuracy.
 *
 * @param threshold part of a filter's largest value below which its response counts as zero
 * @param firstOversampling samples over bins of support, at least, for order 1
 * @param secondOversampling the same for order 2
 */
record Sampling(double threshold, double firstOversampling, double secondOversampling) {}
