package org.tonearm.panel;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.tonearm.api.tag.TagField;

/**
 * Which tracks are shown. Immutable.
 *
 * @param kind which group
 * @param words blank-separated words that must all occur in path, title, artist, or the values of
 *     genre and mood, in any case; "" for all
 */
public record TrackFilter(Kind kind, String words) implements Predicate<TrackRow> {
  /** Shows all. */
  public static final TrackFilter ALL = new TrackFilter(Kind.ALL, "");

  /** Groups of tracks. */
  public enum Kind {
    /** All. */
    ALL,
    /** Those in which something would be written. */
    WOULD_CHANGE,
    /** Those with a question left without an answer. */
    UNSURE,
    /** Those accepted or changed, and not yet written. */
    DUE,
    /** Those that could not be heard or written. */
    FAILED
  }

  /** Checks that nothing is null. */
  public TrackFilter {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(words);
  }

  @Override
  public boolean test(TrackRow row) {
    return belongs(row) && (words.isBlank() || holds(row));
  }

  private boolean belongs(TrackRow row) {
    return switch (kind) {
      case ALL -> true;
      case WOULD_CHANGE -> row.wouldChange();
      case UNSURE -> row.unsure();
      case DUE -> row.decision().due();
      case FAILED -> row.failed();
    };
  }

  private boolean holds(TrackRow row) {
    StringBuilder text = new StringBuilder(row.path().toString());
    text.append('\n').append(row.title()).append('\n').append(row.file().credits().artist());
    for (TagField field : TagField.heard()) {
      text.append('\n').append(row.current(field)).append('\n').append(row.proposed(field));
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String word : words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
