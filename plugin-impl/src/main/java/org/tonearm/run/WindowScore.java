package org.tonearm.run;

import org.tonearm.api.classify.WindowResult;

/**
 * What one model heard in one window of a track.
 *
 * @param startSeconds time in the track at which the window begins
 * @param endSeconds time at which it ends
 * @param result its scores
 */
public record WindowScore(double startSeconds, double endSeconds, WindowResult result) {}
