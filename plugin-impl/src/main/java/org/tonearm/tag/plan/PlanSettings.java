package org.tonearm.tag.plan;

import java.util.Objects;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * How to plan.
 *
 * @param policy what may happen to values that are there
 * @param fields the fields that may be changed
 */
public record PlanSettings(Policy policy, Set<TagField> fields) {
  /** Fills empty fields, all that a task answers. */
  public static final PlanSettings DEFAULT = new PlanSettings(Policy.FILL, TagField.heard());

  /** Copies the set. */
  public PlanSettings {
    Objects.requireNonNull(policy);
    fields = Set.copyOf(fields);
  }
}
