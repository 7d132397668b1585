package org.tonearm.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.library.index.IndexedFile;
import org.tonearm.tag.planfile.PlannedTrack;
import org.tonearm.tag.planfile.SnapshotDigest;

/**
 * What would be done to a track.
 *
 * @param outcome what is told of the track if nothing is written
 * @param plan what to write; present exactly if the outcome is {@link TrackStatus#PLANNED}
 * @param seen the file as it was looked at; empty if it never was
 */
public record Proposal(TrackOutcome outcome, Optional<TagPlan> plan, Optional<IndexedFile> seen) {
  /** Checks that both agree. */
  public Proposal {
    if (plan.isPresent() != (outcome.status() == TrackStatus.PLANNED)) {
      throw new IllegalArgumentException("a plan comes with a planned track, and only with it");
    }
  }

  /** As an entry of a plan on disk. */
  public PlannedTrack forFile() {
    return new PlannedTrack(
        outcome.track().path(),
        outcome.status().word(),
        plan.map(p -> SnapshotDigest.of(p.before())).orElse(""),
        plan.map(Proposal::rest).orElse(""),
        outcome.seconds(),
        outcome.verdicts().values().stream().sorted(Comparator.comparing(Verdict::task)).toList(),
        plan.map(TagPlan::changes).orElse(List.of()),
        List.of(),
        outcome.problem().map(p -> new PlannedTrack.Problem(p.code(), p.message(), p.remedy())));
  }

  private static String rest(TagPlan plan) {
    return SnapshotDigest.without(
        plan.before(), plan.changes().stream().map(FieldChange::field).collect(Collectors.toSet()));
  }

  /** Of a track that is not to be written. */
  static Proposal settled(TrackOutcome outcome) {
    return new Proposal(outcome, Optional.empty(), Optional.empty());
  }
}
