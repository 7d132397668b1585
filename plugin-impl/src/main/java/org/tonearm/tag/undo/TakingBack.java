package org.tonearm.tag.undo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.tag.journal.JournaledField;

/**
 * What it takes to put the fields of one write back, decided by what the file holds now: a field
 * that somebody changed since is left as it is. Confined to one thread.
 */
public final class TakingBack {
  private final TagCodec codec;
  private final List<UndoneField> fields = new ArrayList<>();
  private final Map<TagField, TagEdit.Change> changes = new EnumMap<>(TagField.class);

  /**
   * @param journaled the fields of the write; those that are undone already are passed over
   * @param present the file's fields as they stand; one that is not named is absent
   * @param codec read both
   */
  public TakingBack(
      Collection<JournaledField> journaled, Map<TagField, FieldState> present, TagCodec codec) {
    this.codec = Objects.requireNonNull(codec);
    for (JournaledField field : journaled) {
      if (!field.undone()) {
        decide(field, present.getOrDefault(field.field(), FieldState.ABSENT));
      }
    }
  }

  /** What becomes of each field that is not undone yet. */
  public List<UndoneField> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** The changes to make; empty if no field has to be changed. */
  public Map<TagField, TagEdit.Change> changes() {
    return Collections.unmodifiableMap(changes);
  }

  /**
   * The edit that makes them: in the old layout too, if all comes back and nothing else seems to
   * have touched the file.
   *
   * @param layout the file's before the write
   * @param wholeWrite whether no field of the write was undone before
   * @param sizeAsWritten whether the file has the size that the write gave it
   */
  public TagEdit edit(TagLayout layout, boolean wholeWrite, boolean sizeAsWritten) {
    boolean whole =
        wholeWrite
            && fields.stream().noneMatch(f -> f.outcome() == UndoneField.Outcome.CHANGED_SINCE)
            && changes.values().stream().allMatch(TagEdit.Restore.class::isInstance);
    return whole && sizeAsWritten ? new TagEdit(changes, layout) : new TagEdit(changes);
  }

  private void decide(JournaledField field, FieldState present) {
    UndoneField.Outcome outcome = UndoneField.Outcome.RESTORED;
    FieldState after = field.after().orElse(FieldState.ABSENT);
    if (codec.sameItems(present, field.before())) {
      outcome = UndoneField.Outcome.ALREADY_BACK;
    } else if (codec.sameItems(present, after)) {
      changes.put(field.field(), new TagEdit.Restore(field.before()));
    } else if (saysAsBefore(field.before(), present)) {
      outcome = UndoneField.Outcome.ALREADY_BACK;
    } else if (!present.absent()
        && words(field.field(), present).equals(words(field.field(), after))) {
      changes.put(field.field(), inOtherBytes(field.field(), field.before()));
    } else {
      outcome = UndoneField.Outcome.CHANGED_SINCE;
    }
    fields.add(new UndoneField(field.field(), outcome, present.values(), field.before().values()));
  }

  /** What a tag of another kind alone said may stand in a tag that was made since. */
  private boolean saysAsBefore(FieldState before, FieldState present) {
    return !before.values().isEmpty()
        && before.values().equals(present.values())
        && codec.restored(before, present);
  }

  /**
   * The field says what was written into it, but another program has since written the tag anew, in
   * another encoding or version, where the old bytes may no longer fit: the old values will do.
   */
  private static TagEdit.Change inOtherBytes(TagField field, FieldState before) {
    List<String> words = words(field, before);
    return words.isEmpty() ? new TagEdit.Restore(FieldState.ABSENT) : new TagEdit.SetValues(words);
  }

  /** What a field says: earlier versions noted the blanks around words too. */
  private static List<String> words(TagField field, FieldState state) {
    return field.isFreeText()
        ? state.values()
        : state.values().stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
  }
}
