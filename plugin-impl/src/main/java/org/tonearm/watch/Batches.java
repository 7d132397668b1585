package org.tonearm.watch;

import java.util.Iterator;
import java.util.function.Predicate;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.run.TrackOutcome;

/** Tags a batch of files in an ordinary run, which can be undone as any. */
@FunctionalInterface
public interface Batches {

  /** Told of each track, on the thread of the run. */
  @FunctionalInterface
  interface Told {
    /**
     * A track is through.
     *
     * @param known whether a file looks as the index knows it, as it does after an own write that
     *     nobody has changed since
     */
    void finished(TrackOutcome outcome, Predicate<Track> known);
  }

  /**
   * Tags.
   *
   * @param tracks read by one thread at a time; ends early when it is time to stop
   * @throws TonearmException if the run could not be made
   * @throws InterruptedException if the thread is interrupted, or waiting for another run was given
   *     up
   */
  void run(Iterator<Track> tracks, Told told) throws TonearmException, InterruptedException;
}
