package org.tonearm.audio;

import java.util.stream.DoubleStream;
import org.tonearm.api.audio.Excerpts;

/** Where the excerpts of a track lie: each in the middle of its equal share of the track. */
final class ExcerptPlan {
  private ExcerptPlan() {}

  /**
   * Start times in seconds, ascending.
   *
   * @param durationSeconds length of the track; 0 or less if not known
   * @return empty if the track is decoded whole: asked for, too short, or of unknown length
   */
  static double[] starts(Excerpts excerpts, double durationSeconds) {
    int count = excerpts.count();
    if (count == 0 || durationSeconds < (double) count * Excerpts.SECONDS) {
      return new double[0];
    }
    double share = durationSeconds / count;
    return DoubleStream.iterate(0.5 * (share - Excerpts.SECONDS), start -> start + share)
        .limit(count)
        .toArray();
  }
}
