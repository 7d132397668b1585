package org.tonearm.tag.xiph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * Which entries of a comment carry which field: GENRE, MOOD, COMMENT and TONEARM (the provenance),
 * in any case. Where a file has no COMMENT, its DESCRIPTION is the user's comment, as Mixxx and the
 * older taggers write it; beside a COMMENT it is left alone.
 */
final class CommentFields {
  private static final String DESCRIPTION = "DESCRIPTION";
  private static final String PROVENANCE = "TONEARM";

  private final Map<TagField, String> names = new EnumMap<>(TagField.class);

  private CommentFields(Set<TagField> known, boolean described) {
    for (TagField field : known) {
      names.put(field, usualName(field));
    }
    if (described) {
      names.replace(TagField.COMMENT, DESCRIPTION);
    }
  }

  /** The fields of these entries. */
  static CommentFields of(List<CommentEntry> entries) {
    return of(entries, Set.of(TagField.values()));
  }

  /**
   * The same as they were told apart when only some of the fields were known.
   *
   * @param known entries of other fields carry none
   */
  static CommentFields of(List<CommentEntry> entries, Set<TagField> known) {
    boolean comment = entries.stream().anyMatch(entry -> entry.isNamed(TagField.COMMENT.name()));
    boolean description = entries.stream().anyMatch(entry -> entry.isNamed(DESCRIPTION));
    return new CommentFields(known, description && !comment);
  }

  /** Whether an entry may carry a field, in one file or another. */
  static boolean mayCarry(CommentEntry entry, TagField field) {
    return entry.isNamed(usualName(field))
        || (field == TagField.COMMENT && entry.isNamed(DESCRIPTION));
  }

  private static String usualName(TagField field) {
    return field == TagField.PROVENANCE ? PROVENANCE : field.name();
  }

  /** The key of an entry made where the file has none for the field. */
  String name(TagField field) {
    return names.get(field);
  }

  /** The field that an entry carries, if any. */
  Optional<TagField> of(CommentEntry entry) {
    for (Map.Entry<TagField, String> name : names.entrySet()) {
      if (entry.isNamed(name.getValue())) {
        return Optional.of(name.getKey());
      }
    }
    return Optional.empty();
  }

  /** What each of these entries carries. */
  List<Optional<TagField>> ofEach(List<CommentEntry> entries) {
    return entries.stream().map(this::of).toList();
  }

  boolean carries(CommentEntry entry, TagField field) {
    return entry.isNamed(names.get(field));
  }
}
