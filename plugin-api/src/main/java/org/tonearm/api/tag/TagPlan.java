package org.tonearm.api.tag;

import java.util.List;
import org.tonearm.api.Stability;
import org.tonearm.api.Track;

/**
 * All that is planned for one track.
 *
 * @param track the track
 * @param before the tags the plan was made on
 * @param changes at most one a field; empty if nothing is to be written
 */
@Stability(Stability.Level.STABLE)
public record TagPlan(Track track, TagSnapshot before, List<FieldChange> changes) {
  /** Copies the list. */
  public TagPlan {
    changes = List.copyOf(changes);
  }
}
