package org.tonearm.tag.undo;

import java.util.List;
import org.tonearm.api.tag.TagField;

/**
 * What an undo did, or would do, to one field.
 *
 * @param field which field
 * @param outcome what became of it
 * @param present its values when the undo looked
 * @param restored the values before the undone run: what the field has now, or would have
 */
public record UndoneField(
    TagField field, Outcome outcome, List<String> present, List<String> restored) {
  /** Copies the lists. */
  public UndoneField {
    present = List.copyOf(present);
    restored = List.copyOf(restored);
  }

  /** What became of a field. */
  public enum Outcome {
    /** It has its old values again; in a dry run, it would. */
    RESTORED,
    /** It had them already. */
    ALREADY_BACK,
    /** Somebody changed it since the run; it was left as it is. */
    CHANGED_SINCE
  }
}
