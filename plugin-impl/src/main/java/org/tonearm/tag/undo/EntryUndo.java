package org.tonearm.tag.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.tag.write.WriteOutcome;

/** Taking one journaled write back, where its file is now. Used once, by one thread. */
final class EntryUndo {
  private final JournalEntry entry;
  private final Place place;
  private final List<UndoneField> fields = new ArrayList<>();
  private final Map<TagField, TagEdit.Change> changes = new EnumMap<>(TagField.class);

  EntryUndo(JournalEntry entry, Place place) {
    this.entry = entry;
    this.place = place;
  }

  /**
   * Says what would be done.
   *
   * @param pretended fields that would be otherwise by then; those that this would put back are
   *     added
   */
  UndoneFile look(Map<TagField, FieldState> pretended) {
    Map<TagField, FieldState> present = new EnumMap<>(TagField.class);
    present.putAll(place.now().fields());
    present.putAll(pretended);
    decide(present);
    entry.fields().stream()
        .filter(field -> changes.containsKey(field.field()))
        .forEach(field -> pretended.put(field.field(), field.before()));
    return file(List.of());
  }

  /** Does it, and notes it in the journal. */
  UndoneFile apply(Journal journal, TagWriter writer, WriteOptions options, JournalRun run)
      throws JournalException {
    try {
      decide(place.now().fields());
      List<String> warnings = List.of();
      if (!changes.isEmpty()) {
        WriteOutcome outcome =
            writer.edit(place.path(), place.now(), edit(), entry.profile(), options, run);
        warnings = outcome.warnings();
      }
      Set<TagField> back = EnumSet.noneOf(TagField.class);
      fields.stream()
          .filter(field -> field.outcome() != UndoneField.Outcome.CHANGED_SINCE)
          .forEach(field -> back.add(field.field()));
      journal.markUndone(entry.id(), back);
      return file(warnings);
    } catch (TagException e) {
      return failed(entry, e);
    }
  }

  /** In the old layout too, if all comes back and nothing else seems to have touched the file. */
  private TagEdit edit() {
    boolean whole =
        fields.size() == entry.fields().size()
            && fields.stream().noneMatch(f -> f.outcome() == UndoneField.Outcome.CHANGED_SINCE)
            && changes.values().stream().allMatch(TagEdit.Restore.class::isInstance);
    return whole && sizeAsWritten() ? new TagEdit(changes, entry.layout()) : new TagEdit(changes);
  }

  private boolean sizeAsWritten() {
    try {
      return entry.copy().isPresent() && Files.size(place.path()) == entry.copy().get().size();
    } catch (IOException e) {
      return false; // the write tells what is wrong
    }
  }

  private void decide(Map<TagField, FieldState> present) {
    for (JournaledField field : entry.fields()) {
      if (!field.undone()) {
        decide(field, present.getOrDefault(field.field(), FieldState.ABSENT));
      }
    }
  }

  private void decide(JournaledField field, FieldState present) {
    TagCodec codec = place.codec();
    UndoneField.Outcome outcome = UndoneField.Outcome.RESTORED;
    FieldState after = field.after().orElse(FieldState.ABSENT);
    if (codec.sameItems(present, field.before())) {
      outcome = UndoneField.Outcome.ALREADY_BACK;
    } else if (codec.sameItems(present, after)) {
      changes.put(field.field(), new TagEdit.Restore(field.before()));
    } else if (!present.absent() && present.values().equals(after.values())) {
      changes.put(field.field(), inOtherBytes(field.before()));
    } else {
      outcome = UndoneField.Outcome.CHANGED_SINCE;
    }
    fields.add(new UndoneField(field.field(), outcome, present.values(), field.before().values()));
  }

  /**
   * The field says what was written into it, but another program has since written the tag anew, in
   * another encoding or version, where the old bytes may no longer fit: the old values will do.
   */
  private static TagEdit.Change inOtherBytes(FieldState before) {
    return before.values().isEmpty()
        ? new TagEdit.Restore(FieldState.ABSENT)
        : new TagEdit.SetValues(before.values());
  }

  private UndoneFile file(List<String> warnings) {
    return new UndoneFile(
        entry.run(),
        place.path(),
        place.moved() ? place.path().toString() : entry.displayPath(),
        place.moved() ? Optional.of(entry.displayPath()) : Optional.empty(),
        fields,
        Optional.empty(),
        warnings);
  }

  static UndoneFile failed(JournalEntry entry, TonearmException error) {
    return new UndoneFile(
        entry.run(),
        entry.path(),
        entry.displayPath(),
        Optional.empty(),
        List.of(),
        Optional.of(error),
        List.of());
  }
}
