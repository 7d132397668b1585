package org.tonearm.api.tag;

import java.util.Arrays;
import java.util.List;
import org.tonearm.api.Stability;

/**
 * One field as it stands in a file.
 *
 * @param values as a reader shows them: ID3v1 numbers of TCON as words, NUL splits, and the
 *     profile's separator where the field is no {@link TagField#isFreeText free text}; empty values
 *     dropped; empty list if the field is absent. Where no item carries the field, the values that
 *     a tag of another kind says, which is carried as it is: ID3v1 in a file without ID3v2, say
 * @param raw every item that carries the field, as the codec's own bytes, such that {@link
 *     TagEdit.Restore} with them gives back the very items; empty if no item does. Treat as
 *     immutable.
 */
@Stability(Stability.Level.EXPERIMENTAL)
@SuppressWarnings("ArrayRecordComponent") // equality is defined below
public record FieldState(List<String> values, byte[] raw) {
  /** Absent. */
  public static final FieldState ABSENT = new FieldState(List.of(), new byte[0]);

  /** Copies the list. */
  public FieldState {
    values = List.copyOf(values);
  }

  /** True if no item carries the field. */
  public boolean absent() {
    return raw.length == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldState that
        && values.equals(that.values)
        && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + Arrays.hashCode(raw);
  }
}
