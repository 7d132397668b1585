package org.tonearm.tag.undo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.FieldState;
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
    TakingBack back = new TakingBack(entry.fields(), present, place.codec());
    entry.fields().stream()
        .filter(field -> back.changes().containsKey(field.field()))
        .forEach(field -> pretended.put(field.field(), field.before()));
    return file(back, List.of());
  }

  /** Does it, and notes it in the journal. */
  UndoneFile apply(Journal journal, TagWriter writer, WriteOptions options, JournalRun run)
      throws JournalException {
    try {
      TakingBack back = new TakingBack(entry.fields(), place.now().fields(), place.codec());
      List<String> warnings = List.of();
      if (!back.changes().isEmpty()) {
        WriteOutcome outcome =
            writer.edit(place.path(), place.now(), edit(back), entry.profile(), options, run);
        warnings = outcome.warnings();
      }
      Set<TagField> settled = EnumSet.noneOf(TagField.class);
      back.fields().stream()
          .filter(field -> field.outcome() != UndoneField.Outcome.CHANGED_SINCE)
          .forEach(field -> settled.add(field.field()));
      journal.markUndone(entry.id(), settled);
      return file(back, warnings);
    } catch (TagException e) {
      return failed(entry, e);
    }
  }

  private TagEdit edit(TakingBack back) {
    boolean wholeWrite = entry.fields().stream().noneMatch(JournaledField::undone);
    return back.edit(entry.layout(), wholeWrite, sizeAsWritten());
  }

  private boolean sizeAsWritten() {
    try {
      return entry.copy().isPresent() && Files.size(place.path()) == entry.copy().get().size();
    } catch (IOException e) {
      return false; // the write tells what is wrong
    }
  }

  private UndoneFile file(TakingBack back, List<String> warnings) {
    return new UndoneFile(
        entry.run(),
        place.path(),
        place.moved() ? place.path().toString() : entry.displayPath(),
        place.moved() ? Optional.of(entry.displayPath()) : Optional.empty(),
        back.fields(),
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
