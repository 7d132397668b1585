package org.tonearm.watch;

import org.tonearm.api.TonearmException;
import org.tonearm.run.TrackOutcome;

/** Told what happens while folders are watched, on the thread that watches. */
public interface WatchListener {

  /** A track went through a run. */
  void finished(TrackOutcome outcome);

  /** A run could not be made and is tried again, or a place could not be looked into. */
  void failed(TonearmException problem);

  /** Twice a second or more often: time to see whether something is to be told. */
  void tick();
}
