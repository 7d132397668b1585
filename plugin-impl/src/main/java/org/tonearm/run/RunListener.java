package org.tonearm.run;

/** Told of each track as a run goes on, on the thread that runs the pipeline. */
@FunctionalInterface
public interface RunListener {

  /** A track went as far as it can go. */
  void finished(TrackOutcome outcome);
}
