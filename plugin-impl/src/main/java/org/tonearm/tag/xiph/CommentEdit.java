package org.tonearm.tag.xiph;

import java.util.ArrayList;
import java.util.List;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;

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
        split(part, separator, values);
      }
    }
    return new FieldState(values, FieldCarrier.serialise(carriers));
  }

  private static void split(String text, String separator, List<String> into) {
    int from = 0;
    while (from <= text.length()) {
      int at = separator.isEmpty() ? -1 : text.indexOf(separator, from);
      int to = at < 0 ? text.length() : at;
      if (to > from) {
        into.add(text.substring(from, to));
      }
      from = at < 0 ? text.length() + 1 : at + separator.length();
    }
  }

  /** The entries after an edit. */
  static List<CommentEntry> apply(List<CommentEntry> entries, TagEdit edit)
      throws StructureException {
    List<CommentEntry> changed = new ArrayList<>(entries);
    for (TagField field : TagField.values()) {
      TagEdit.Change change = edit.changes().get(field);
      if (change instanceof TagEdit.SetValues set) {
        changed = set(changed, field, set.values());
      } else if (change instanceof TagEdit.Restore restore) {
        List<FieldCarrier> carriers = FieldCarrier.deserialise(restore.state().raw(), field);
        changed = restore(changed, field, carriers);
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
    String key = field.name();
    int next = 0;
    int end = -1;
    for (CommentEntry entry : entries) {
      if (!entry.carries(field)) {
        out.add(entry);
        continue;
      }
      key = entry.key();
      if (next < values.size()) {
        String value = values.get(next);
        // an unchanged value keeps its bytes, even if they are no valid UTF-8
        out.add(entry.value().equals(value) ? entry : CommentEntry.of(key, value));
        next++;
      }
      end = out.size();
    }
    int at = end < 0 ? out.size() : end;
    while (next < values.size()) {
      out.add(at, CommentEntry.of(key, values.get(next)));
      at++;
      next++;
    }
    return out;
  }

  private static List<CommentEntry> restore(
      List<CommentEntry> entries, TagField field, List<FieldCarrier> carriers) {
    List<CommentEntry> out = new ArrayList<>(entries);
    out.removeIf(entry -> entry.carries(field));
    long[] marks =
        out.stream().filter(CommentEntry::isOther).mapToLong(FieldCarrier::mark).toArray();
    int free = 0;
    for (FieldCarrier carrier : carriers) {
      int at = Math.max(free, place(out, field, carrier, gap(marks, carrier)));
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

  /** Index for a carrier in a gap, behind as many entries of the other field as once. */
  private static int place(
      List<CommentEntry> entries, TagField field, FieldCarrier carrier, int gap) {
    int at = 0;
    for (int others = 0; others < gap; at++) {
      if (entries.get(at).isOther()) {
        others++;
      }
    }
    int end = at;
    int strangers = 0;
    while (end < entries.size() && !entries.get(end).isOther()) {
      if (!entries.get(end).carries(field)) {
        strangers++;
      }
      end++;
    }
    int ahead =
        field == TagField.GENRE ? carrier.crossed() : Math.max(0, strangers - carrier.crossed());
    for (; at < end && ahead > 0; at++) {
      if (!entries.get(at).carries(field)) {
        ahead--;
      }
    }
    return at;
  }
}
