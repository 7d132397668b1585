package org.tonearm.tag.undo;

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
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.journal.JournaledField;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOptions;
import org.tonearm.tag.write.WriteOutcome;

/** Taking one journaled write back. Used once, by one thread. */
final class EntryUndo {
  private final JournalEntry entry;
  private final CodecRegistry codecs;
  private final List<UndoneField> fields = new ArrayList<>();
  private final Map<TagField, TagEdit.Change> changes = new EnumMap<>(TagField.class);

  EntryUndo(JournalEntry entry, CodecRegistry codecs) {
    this.entry = entry;
    this.codecs = codecs;
  }

  /** Says what would be done. */
  UndoneFile look() {
    try {
      decide();
      return file(List.of());
    } catch (TagException e) {
      return failed(e);
    }
  }

  /** Does it, and notes it in the journal. */
  UndoneFile apply(Journal journal, TagWriter writer, WriteOptions options, JournalRun run)
      throws JournalException {
    try {
      TagSnapshot now = decide();
      List<String> warnings = List.of();
      if (!changes.isEmpty()) {
        WriteOutcome outcome =
            writer.edit(entry.path(), now, new TagEdit(changes), entry.profile(), options, run);
        warnings = outcome.warnings();
      }
      Set<TagField> back = EnumSet.noneOf(TagField.class);
      fields.stream()
          .filter(field -> field.outcome() != UndoneField.Outcome.CHANGED_SINCE)
          .forEach(field -> back.add(field.field()));
      journal.markUndone(entry.id(), back);
      return file(warnings);
    } catch (TagException e) {
      return failed(e);
    }
  }

  private TagSnapshot decide() throws TagException {
    TagCodec codec = codecs.codecFor(entry.path());
    if (!codec.id().equals(entry.codec())) {
      throw new TagException(
          "changed-meanwhile",
          entry.displayPath()
              + " was "
              + entry.codec()
              + " when it was tagged and is "
              + codec.id()
              + " now: it is another file",
          "Nothing to do, unless the old file shall come back from a backup.");
    }
    TagSnapshot now = codec.read(entry.path(), entry.profile());
    for (JournaledField field : entry.fields()) {
      if (!field.undone()) {
        decide(codec, field, now.fields().getOrDefault(field.field(), FieldState.ABSENT));
      }
    }
    return now;
  }

  private void decide(TagCodec codec, JournaledField field, FieldState present) {
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
    return new UndoneFile(entry.path(), entry.displayPath(), fields, Optional.empty(), warnings);
  }

  private UndoneFile failed(TonearmException error) {
    return new UndoneFile(
        entry.path(), entry.displayPath(), List.of(), Optional.of(error), List.of());
  }
}
