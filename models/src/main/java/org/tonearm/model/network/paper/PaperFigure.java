package org.tonearm.model.network.paper;

/**
 * A figure as a paper states it.
 *
 * @param what its measure and data, such as {@code tracks, ISMIR 2004}
 * @param percent the value
 * @param place where it stands, such as {@code Table 3}
 */
public record PaperFigure(String what, double percent, String place) {}
