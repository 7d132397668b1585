package org.tonearm.api.tag;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.Stability;

/**
 * What to do to a file's fields; fields not named stay as they are.
 *
 * @param changes one change a field
 * @param layout how the tags shall lie in the file, where the changes allow it; else, and where it
 *     is {@link TagLayout#UNKNOWN}, they lie as the codec sees fit
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record TagEdit(Map<TagField, Change> changes, TagLayout layout) {
  /** Copies the map. */
  public TagEdit {
    changes = Map.copyOf(changes);
    Objects.requireNonNull(layout);
  }

  /** Changes, in whatever layout the codec sees fit. */
  public TagEdit(Map<TagField, Change> changes) {
    this(changes, TagLayout.UNKNOWN);
  }

  /** A change of one field. */
  public sealed interface Change permits SetValues, Restore {}

  /**
   * Makes the field hold these values, in the format's usual form; a custom field's own spelling of
   * its key is kept where it exists.
   *
   * <p>Where the items of a free text differ, as comments in two languages do, the n-th value takes
   * the place of the n-th: a caller that changes one of several values hands the others back as
   * they were.
   *
   * @param values at least one, none empty, none with a NUL character, which separates values
   */
  public record SetValues(List<String> values) implements Change {
    /** Copies the list. */
    public SetValues {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("no values: use Restore with an absent state instead");
      }
      if (values.stream().anyMatch(value -> value.indexOf(0) >= 0)) {
        throw new IllegalArgumentException("a NUL character separates values, none may hold one");
      }
    }
  }

  /**
   * Puts back the items of an earlier {@link FieldState}, byte for byte, or removes the field if
   * that state was absent.
   *
   * @param state as read by the same codec
   */
  public record Restore(FieldState state) implements Change {}
}
