package org.tonearm.panel;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.tonearm.api.tag.TagField;

/**
 * Which tracks are shown. Immutable.
 *
 * @param kind which group
 * @param words blank-separated words that must all occur in path, title, artist, or the values of
 *     genre and mood, in any case; "" for all
 * @param label a value of genre or mood, in the file or planned, in any case; "" for all
 * @param least probability, 0 to 1, that the best answer to one of the questions must have at least
 * @param most probability that the same answer may have at most
 * @param folder in which the track must lie, or in a folder of it; "" for all
 */
public record TrackFilter(
    Kind kind, String words, String label, double least, double most, String folder)
    implements Predicate<TrackRow> {
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
    words = words.strip().toLowerCase(Locale.ROOT);
    label = label.strip();
    folder = folder.strip();
  }

  /** By group and words alone. */
  public TrackFilter(Kind kind, String words) {
    this(kind, words, "", 0, 1, "");
  }

  @Override
  public boolean test(TrackRow row) {
    return belongs(row)
        && (label.isEmpty() || labelled(row))
        && ((least <= 0 && most >= 1) || sure(row))
        && (folder.isEmpty() || below(row.path().toString()))
        && (words.isEmpty() || holds(row));
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

  private boolean labelled(TrackRow row) {
    for (TagField field : TagField.heard()) {
      List<String> current = row.file().current().getOrDefault(field, List.of());
      if (current.stream().anyMatch(label::equalsIgnoreCase)
          || row.change(field).stream()
              .flatMap(change -> change.after().stream())
              .anyMatch(label::equalsIgnoreCase)) {
        return true;
      }
    }
    return false;
  }

  private boolean sure(TrackRow row) {
    for (TagField field : TagField.heard()) {
      OptionalDouble sure = row.confidence(field);
      if (sure.isPresent() && sure.getAsDouble() >= least && sure.getAsDouble() <= most) {
        return true;
      }
    }
    return false;
  }

  private boolean below(String path) {
    return path.startsWith(folder)
        && (folder.endsWith(File.separator)
            || path.startsWith(File.separator, folder.length())
            || path.length() == folder.length());
  }

  private boolean holds(TrackRow row) {
    StringBuilder text = new StringBuilder(row.path().toString());
    text.append('\n').append(row.title()).append('\n').append(row.file().credits().artist());
    for (TagField field : TagField.heard()) {
      text.append('\n').append(row.current(field)).append('\n').append(row.proposed(field));
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String word : words.split("\\s+", -1)) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
