package org.tonearm.run;

import org.tonearm.api.TonearmException;

/** What follows when a track was heard: its tags, or nothing. Called by one thread at a time. */
@FunctionalInterface
public interface Finishing {

  /**
   * Finishes one track.
   *
   * @throws TonearmException if it can't; the file is then as it was
   */
  TrackOutcome finish(HeardTrack heard) throws TonearmException;
}
