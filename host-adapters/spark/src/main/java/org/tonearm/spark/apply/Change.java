package org.tonearm.spark.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.TagField;

/**
 * One planned change of a field.
 *
 * @param field the field's word, as {@code genre}
 * @param before values found at planning
 * @param after values to write; none empties the field
 * @param reason why, for the reader
 */
public record Change(String field, List<String> before, List<String> after, String reason) {
  /** Copies the lists. */
  public Change {
    Objects.requireNonNull(field);
    Objects.requireNonNull(reason);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * The same for the engine.
   *
   * @throws IllegalArgumentException if there is no such field
   */
  FieldChange forEngine() {
    TagField known =
        Arrays.stream(TagField.values())
            .filter(one -> one.word().equals(field))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no field '" + field + "' to write"));
    return new FieldChange(known, before, after, reason);
  }
}
