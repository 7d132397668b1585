package org.tonearm.api.host;

import java.util.Objects;
import org.tonearm.api.Stability;

/**
 * Where a host shows the mood that stands in a file's tags.
 *
 * @param kind in which tag it looks
 * @param column name of the host's column that shows it; "" if none does
 */
@Stability(Stability.Level.EXPERIMENTAL)
public record MoodPlace(Kind kind, String column) {
  /** In which tag a host looks. */
  public enum Kind {
    /** In the mood's own field. */
    FIELD,
    /** Not there, but it shows the comment, which can hold a block of Tonearm's. */
    COMMENT_BLOCK,
    /** Nowhere. */
    NOWHERE
  }

  /** The host shows the mood's own field, whatever it calls the column. */
  public static final MoodPlace OWN_FIELD = new MoodPlace(Kind.FIELD, "Mood");

  /** Checks that a column is named where one shows the mood. */
  public MoodPlace {
    Objects.requireNonNull(kind);
    if (column.isBlank() != (kind == Kind.NOWHERE)) {
      throw new IllegalArgumentException("a column is named exactly where one shows the mood");
    }
  }
}
