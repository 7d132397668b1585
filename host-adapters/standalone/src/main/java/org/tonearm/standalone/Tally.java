package org.tonearm.standalone;

import java.util.EnumMap;
import java.util.Map;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;

/** Counts outcomes. */
final class Tally implements RunListener {
  private final Map<TrackStatus, Integer> counts = new EnumMap<>(TrackStatus.class);

  @Override
  public void finished(TrackOutcome outcome) {
    counts.merge(outcome.status(), 1, Integer::sum);
  }

  int of(TrackStatus status) {
    return counts.getOrDefault(status, 0);
  }

  int all() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
