package org.tonearm.panel.state;

import java.util.Objects;
import org.tonearm.panel.Decision;
import org.tonearm.tag.planfile.PlannedTrack;

/**
 * A decision that is not yet written.
 *
 * @param decision accepted, changed or rejected
 * @param planned the plan that it was taken on, with the user's words in it
 */
public record KeptDecision(Decision decision, PlannedTrack planned) {
  /** Checks that it is one that can be kept. */
  public KeptDecision {
    Objects.requireNonNull(planned);
    if (!decision.due() && decision != Decision.REJECTED) {
      throw new IllegalArgumentException("nothing to keep: " + decision);
    }
  }
}
