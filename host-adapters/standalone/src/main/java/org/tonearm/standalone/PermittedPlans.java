package org.tonearm.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.run.Correcting;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;
import org.tonearm.tag.planfile.PlanFilter;
import org.tonearm.tag.planfile.PlannedTrack;

/**
 * Plans as far as the settings let them be written by now, which may be long after they were made.
 *
 * @param written what may be written of them
 * @param refused tracks of which nothing may be written
 */
record PermittedPlans(List<PlannedTrack> written, List<TrackOutcome> refused) {
  /** Copies the lists. */
  PermittedPlans {
    written = List.copyOf(written);
    refused = List.copyOf(refused);
  }

  /**
   * Of tracks with changes.
   *
   * @param untouched the fields that stay as they are
   */
  static PermittedPlans of(List<PlannedTrack> planned, Set<TagField> untouched) {
    PlanFilter filter = PlanFilter.ALL.without(untouched);
    List<PlannedTrack> written = new ArrayList<>();
    List<TrackOutcome> refused = new ArrayList<>();
    for (PlannedTrack plan : planned) {
      Optional<PlannedTrack> permitted = filter.of(plan);
      permitted.ifPresentOrElse(written::add, () -> refused.add(refused(plan, filter)));
    }
    return new PermittedPlans(written, refused);
  }

  private static TrackOutcome refused(PlannedTrack plan, PlanFilter filter) {
    TagField field = filter.leftOut(plan).stream().sorted().findFirst().orElse(TagField.GENRE);
    return TrackOutcome.failed(plan.track(), TrackProblem.of(Correcting.refusal(field)));
  }
}
