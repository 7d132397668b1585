package org.tonearm.tag.xiph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.place.RunPlace;

/** Reads fields from a comment's entries and applies edits to them. */
final class CommentEdit {
  private CommentEdit() {}

  /**
   * One field's state.
   *
   * @param separator splits values, where an entry holds several joined
   */
  static FieldState state(List<CommentEntry> entries, TagField field, String separator) {
    List<FieldCarrier> carriers = FieldCarrier.find(entries, field);
    if (carriers.isEmpty()) {
      return FieldState.ABSENT;
    }
    List<String> values = new ArrayList<>();
    for (FieldCarrier carrier : carriers) {
      for (String part : carrier.entry().value().split("\0", -1)) {
        if (!field.isFreeText()) {
          split(part, separator, values);
        } else if (!part.isEmpty()) {
          values.add(part);
        }
      }
    }
    return new FieldState(values, SavedCarriers.write(carriers));
  }

  private static void split(String text, String separator, List<String> into) {
    int from = 0;
    while (from <= text.length()) {
      int at = separator.isBlank() ? -1 : text.indexOf(separator, from);
      int to = at < 0 ? text.length() : at;
      String word = text.substring(from, to).strip();
      if (!word.isEmpty()) {
        into.add(word);
      }
      from = at < 0 ? text.length() + 1 : at + separator.length();
    }
  }

  /** Whether two states are of the same entries in the same order. */
  static boolean sameItems(FieldState one, FieldState other) {
    return one.equals(other)
        || Arrays.stream(TagField.values()).anyMatch(field -> sameItems(one, other, field));
  }

  private static boolean sameItems(FieldState one, FieldState other, TagField field) {
    try {
      return SavedCarriers.read(one.raw(), field)
          .entries()
          .equals(SavedCarriers.read(other.raw(), field).entries());
    } catch (StructureException e) {
      return false;
    }
  }

  /** The entries after an edit. */
  static List<CommentEntry> apply(List<CommentEntry> entries, TagEdit edit, TagProfile profile)
      throws StructureException {
    List<CommentEntry> changed = new ArrayList<>(entries);
    for (TagField field : TagField.values()) {
      TagEdit.Change change = edit.changes().get(field);
      if (change instanceof TagEdit.SetValues set) {
        changed = set(changed, field, profile.texts(TagKind.VORBIS, field, set.values()));
      } else if (change instanceof TagEdit.Restore restore) {
        SavedCarriers saved = SavedCarriers.read(restore.state().raw(), field);
        changed = restore(changed, field, saved);
      }
    }
    return changed;
  }

  /**
   * The n-th value takes the n-th carrier's place and spelling of the key; further ones follow the
   * last carrier, or the last entry if there was no carrier.
   */
  private static List<CommentEntry> set(
      List<CommentEntry> entries, TagField field, List<String> values) {
    List<CommentEntry> out = new ArrayList<>(entries.size() + values.size());
    CommentFields fields = CommentFields.of(entries);
    String key = fields.name(field);
    int next = 0;
    int end = -1;
    for (CommentEntry entry : entries) {
      if (!fields.carries(entry, field)) {
        out.add(entry);
        continue;
      }
      key = entry.key();
      if (next < values.size()) {
        String value = values.get(next);
        // an unchanged value keeps its bytes, even if they are no valid UTF-8
        String said = field.isFreeText() ? entry.value() : entry.value().strip();
        out.add(said.equals(value) ? entry : CommentEntry.of(key, value));
        next++;
      }
      end = out.size();
    }
    int at = end < 0 ? RunPlace.fresh(fields.ofEach(out), out.size(), field) : end;
    while (next < values.size()) {
      out.add(at, CommentEntry.of(key, values.get(next)));
      at++;
      next++;
    }
    return out;
  }

  private static List<CommentEntry> restore(
      List<CommentEntry> entries, TagField field, SavedCarriers saved) throws StructureException {
    CommentFields present = CommentFields.of(entries);
    List<CommentEntry> out = new ArrayList<>(entries);
    out.removeIf(entry -> present.carries(entry, field));
    if (saved.carriers().isEmpty()
        && CommentFields.of(out).ofEach(out).contains(Optional.of(field))) {
      throw StructureException.unsupported(
          "another program has added a DESCRIPTION since, which would be the comment then.");
    }
    // with what is restored, or else a DESCRIPTION might be taken for a comment meanwhile
    List<CommentEntry> whole = new ArrayList<>(out);
    whole.addAll(saved.entries());
    CommentFields fields = CommentFields.of(whole, saved.known());
    long[] marks =
        out.stream()
            .filter(entry -> fields.of(entry).isEmpty())
            .mapToLong(FieldCarrier::mark)
            .toArray();
    int free = 0;
    for (FieldCarrier carrier : saved.carriers()) {
      List<Optional<TagField>> carried = fields.ofEach(out);
      int run = start(carried, gap(marks, carrier));
      int at = Math.max(free, carrier.place().index(carried, run, field));
      out.add(at, carrier.entry());
      free = at + 1;
    }
    return out;
  }

  /** The gap's number today: the same if its mark is still there, else behind the nearest mark. */
  private static int gap(long[] marks, FieldCarrier carrier) {
    int wanted = Math.min(carrier.gap(), marks.length);
    if (carrier.gap() == 0) {
      return 0;
    }
    for (int away = 0; away <= marks.length; away++) {
      for (int gap : new int[] {wanted - away, wanted + away}) {
        if (gap >= 1 && gap <= marks.length && marks[gap - 1] == carrier.mark()) {
          return gap;
        }
      }
    }
    return wanted;
  }

  /** Index at which a gap begins. */
  private static int start(List<Optional<TagField>> carried, int gap) {
    int at = 0;
    for (int others = 0; others < gap; at++) {
      if (carried.get(at).isEmpty()) {
        others++;
      }
    }
    return at;
  }
}
