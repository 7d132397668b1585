package org.tonearm.tag.plan;

import java.util.List;
import java.util.Objects;
import org.tonearm.api.tag.TagPlan;

/**
 * A plan, and what was heard and is not in it.
 *
 * @param plan the plan
 * @param notes why the user's rules kept something out of it, one sentence each
 */
public record Planned(TagPlan plan, List<String> notes) {
  /** Copies the list. */
  public Planned {
    Objects.requireNonNull(plan);
    notes = List.copyOf(notes);
  }
}
