package org.tonearm.tag.plan;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * How to plan.
 *
 * @param policy what may happen to values that are there
 * @param fields the fields that may be changed; fields that the user protects are not among them
 * @param leastReplace probability, 0 to 1, that a label needs before it takes the place of a value
 *     that is there; 0 for a field without one
 * @param vocabulary which labels may be written, and in which words
 * @param comment what becomes of the block in the comment; empty to leave it alone
 * @param provenance what is noted of where the values come from; empty for nothing
 */
public record PlanSettings(
    Policy policy,
    Set<TagField> fields,
    Map<TagField, Double> leastReplace,
    Vocabulary vocabulary,
    Optional<CommentSettings> comment,
    Optional<Provenance> provenance) {
  /** Fills empty fields, all that a task answers. */
  public static final PlanSettings DEFAULT = new PlanSettings(Policy.FILL, TagField.heard());

  /** Copies the collections. */
  public PlanSettings {
    Objects.requireNonNull(policy);
    Objects.requireNonNull(vocabulary);
    Objects.requireNonNull(comment);
    Objects.requireNonNull(provenance);
    fields = Set.copyOf(fields);
    leastReplace = Map.copyOf(leastReplace);
  }

  /** With every label allowed, and as sure as it was told. */
  public PlanSettings(Policy policy, Set<TagField> fields) {
    this(policy, fields, Map.of(), Vocabulary.FREE, Optional.empty(), Optional.empty());
  }
}
