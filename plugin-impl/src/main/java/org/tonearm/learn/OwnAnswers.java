package org.tonearm.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.correction.Corrections;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.tag.journal.EntryCursor;
import org.tonearm.tag.journal.EntrySelection;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalEntry;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.JournaledField;

/**
 * What Tonearm itself wrote into a field, by the audio: it says nothing of how the owner sorts.
 * Words of the owner's own, written with the panel, are not among it. Immutable.
 */
public final class OwnAnswers {
  /** Nothing, or nothing that is to be told apart. */
  public static final OwnAnswers NONE = new OwnAnswers(Map.of());

  private final Map<String, List<String>> written;

  private OwnAnswers(Map<String, List<String>> written) {
    this.written = Map.copyOf(written);
  }

  /**
   * Those of a journal that were not taken back.
   *
   * @param corrections the owner's words
   */
  public static OwnAnswers of(Journal journal, TagField field, Corrections corrections)
      throws JournalException {
    Map<String, List<String>> written = new HashMap<>();
    EntryCursor entries = journal.entries(EntrySelection.all().undoable(), false);
    Optional<JournalEntry> next = entries.next();
    while (next.isPresent()) {
      JournalEntry entry = next.get();
      entry
          .audioHash()
          .map(hash -> new Fingerprint(entry.codec() + ":" + hash))
          .ifPresent(
              audio ->
                  values(entry, field)
                      .ifPresent(
                          values -> {
                            if (corrections.word(audio, field).isEmpty()) {
                              written.put(audio.text(), values);
                            }
                          }));
      next = entries.next();
    }
    return new OwnAnswers(written);
  }

  private static Optional<List<String>> values(JournalEntry entry, TagField field) {
    return entry.fields().stream()
        .filter(change -> change.field() == field && !change.undone())
        .findFirst()
        .flatMap(JournaledField::after)
        .map(FieldState::values);
  }

  /** Whether these values of the field of an audio are still those that Tonearm wrote. */
  boolean are(Fingerprint audio, List<String> values) {
    return !values.isEmpty() && values.equals(written.get(audio.text()));
  }
}
