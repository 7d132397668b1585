package org.tonearm.standalone;

import java.util.HashMap;
import java.util.Map;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackOutcome;

/**
 * Answers {@link AskedTracks} in the order of their lines: the n-th answer is that to the n-th
 * line, though tracks come through in any order. Thread-safe.
 */
final class AnswersInOrder implements RunListener {
  private final RunListener answers;
  private final Map<String, TrackOutcome> waiting = new HashMap<>();
  private long told;

  AnswersInOrder(RunListener answers) {
    this.answers = answers;
  }

  @Override
  public synchronized void finished(TrackOutcome outcome) {
    waiting.put(outcome.track().origin(), outcome);
    TrackOutcome next = waiting.remove(AskedTracks.origin(told + 1));
    while (next != null) {
      told++;
      answers.finished(next);
      next = waiting.remove(AskedTracks.origin(told + 1));
    }
  }
}
