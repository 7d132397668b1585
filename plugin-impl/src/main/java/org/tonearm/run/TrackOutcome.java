package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Analysis;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;

/**
 * All that a run tells of one track.
 *
 * @param track the track
 * @param status what became of it
 * @param analyses what was heard, by task; empty if the track failed before
 * @param verdicts what was decided, by task
 * @param changes planned or written
 * @param seconds length of the track as far as known, 0 if it is not
 * @param warnings sentences for the user
 * @param problem set exactly for failed and abstained tracks
 */
public record TrackOutcome(
    Track track,
    TrackStatus status,
    Map<Task, Analysis> analyses,
    Map<Task, Verdict> verdicts,
    List<FieldChange> changes,
    double seconds,
    List<String> warnings,
    Optional<TrackProblem> problem) {
  /** Copies the collections. */
  public TrackOutcome {
    analyses = Map.copyOf(analyses);
    verdicts = Map.copyOf(verdicts);
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /** A track of which nothing is known but the reason. */
  public static TrackOutcome failed(Track track, TrackProblem problem) {
    return new TrackOutcome(
        track,
        TrackStatus.FAILED,
        Map.of(),
        Map.of(),
        List.of(),
        0,
        List.of(),
        Optional.of(problem));
  }

  /** A track that needed not be heard: what it has is to be left alone. */
  public static TrackOutcome full(Track track) {
    return new TrackOutcome(
        track,
        TrackStatus.UNCHANGED,
        Map.of(),
        Map.of(),
        List.of(),
        0,
        List.of(),
        Optional.empty());
  }

  /** This track with more to tell of it. */
  public TrackOutcome noted(List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new TrackOutcome(track, status, analyses, verdicts, changes, seconds, all, problem);
  }

  /** This track with changes to be written. */
  TrackOutcome planned(List<FieldChange> toWrite) {
    return new TrackOutcome(
        track,
        TrackStatus.PLANNED,
        analyses,
        verdicts,
        toWrite,
        seconds,
        warnings,
        Optional.empty());
  }

  /**
   * This track after its write.
   *
   * @param changed false if the file turned out to be as planned already
   * @param more warnings of the write
   */
  TrackOutcome written(boolean changed, List<String> more) {
    List<String> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new TrackOutcome(
        track,
        changed ? TrackStatus.WRITTEN : TrackStatus.UNCHANGED,
        analyses,
        verdicts,
        changed ? changes : List.of(),
        seconds,
        all,
        Optional.empty());
  }

  /** This track after a write that failed: the file is as it was. */
  TrackOutcome notWritten(TrackProblem reason) {
    return new TrackOutcome(
        track,
        TrackStatus.FAILED,
        analyses,
        verdicts,
        List.of(),
        seconds,
        warnings,
        Optional.of(reason));
  }
}
