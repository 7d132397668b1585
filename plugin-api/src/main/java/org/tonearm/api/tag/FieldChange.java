package org.tonearm.api.tag;

import java.util.List;
import org.tonearm.api.Stability;

/**
 * One planned change.
 *
 * @param field which field
 * @param before values found
 * @param after values planned
 * @param reason why, in a few words for the user
 */
@Stability(Stability.Level.STABLE)
public record FieldChange(TagField field, List<String> before, List<String> after, String reason) {
  /** Copies the lists. */
  public FieldChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
