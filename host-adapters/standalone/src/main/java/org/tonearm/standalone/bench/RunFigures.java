package org.tonearm.standalone.bench;

/**
 * A whole run of {@code tonearm tag} over copies of tracks, in a process of its own.
 *
 * @param tracks how many
 * @param seconds from the start of Java to its end
 * @param cpuSeconds processor time of the process and of its decoding processes, starts included
 */
public record RunFigures(int tracks, double seconds, double cpuSeconds) {}
