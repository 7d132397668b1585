package org.tonearm.tag.journal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;

/**
 * One field of a journaled write.
 *
 * @param field which field
 * @param before as it stood
 * @param intended the values that were meant to be there; empty if it was meant to be absent
 * @param after as it stood in the verified copy; empty if the write did not come so far
 * @param undone whether it was put back since
 */
public record JournaledField(
    TagField field,
    FieldState before,
    List<String> intended,
    Optional<FieldState> after,
    boolean undone) {
  /** Copies the list. */
  public JournaledField {
    Objects.requireNonNull(field);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    intended = List.copyOf(intended);
  }
}
