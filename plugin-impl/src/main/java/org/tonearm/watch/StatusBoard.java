package org.tonearm.watch;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;

/** Keeps count of how a watch is getting on. Thread-safe. */
public final class StatusBoard {
  private final Instant since = Instant.now();
  private final Map<TrackStatus, Integer> tracks = new EnumMap<>(TrackStatus.class);
  private WatchStatus.Doing doing = WatchStatus.Doing.WAITING;
  private List<String> ways = List.of();
  private int waiting;
  private Optional<Instant> last = Optional.empty();
  private Optional<String> problem = Optional.empty();

  synchronized void doing(WatchStatus.Doing now, List<String> howWatched, int filesWaiting) {
    doing = now;
    ways = howWatched;
    waiting = filesWaiting;
  }

  synchronized void finished(TrackOutcome outcome) {
    tracks.merge(outcome.status(), 1, Integer::sum);
    last = Optional.of(Instant.now());
    outcome
        .problem()
        .filter(p -> outcome.status() == TrackStatus.FAILED)
        .ifPresent(p -> problem = Optional.of(p.message()));
  }

  synchronized void problem(String sentence) {
    problem = Optional.of(sentence);
  }

  /** As of now. */
  public synchronized WatchStatus status() {
    return new WatchStatus(
        ProcessHandle.current().pid(),
        since,
        Instant.now(),
        ways,
        doing,
        waiting,
        tracks,
        last,
        problem);
  }
}
