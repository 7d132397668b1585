package org.tonearm.run;

import java.util.Optional;
import org.tonearm.api.tag.TagPlan;

/**
 * What would be done to a track.
 *
 * @param outcome what is told of the track if nothing is written
 * @param plan what to write; present exactly if the outcome is {@link TrackStatus#PLANNED}
 */
public record Proposal(TrackOutcome outcome, Optional<TagPlan> plan) {
  /** Checks that both agree. */
  public Proposal {
    if (plan.isPresent() != (outcome.status() == TrackStatus.PLANNED)) {
      throw new IllegalArgumentException("a plan comes with a planned track, and only with it");
    }
  }

  /** Of a track that is not to be written. */
  static Proposal settled(TrackOutcome outcome) {
    return new Proposal(outcome, Optional.empty());
  }
}
