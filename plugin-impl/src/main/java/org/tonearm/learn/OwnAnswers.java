package org.tonearm.learn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;
import org.tonearm.correction.Corrections;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.journal.JournalException;

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
    Map<String, List<String>> written = new HashMap<>(journal.standing(field));
    written.keySet().removeIf(audio -> corrections.word(new Fingerprint(audio), field).isPresent());
    return new OwnAnswers(written);
  }

  /** Whether these values of the field of an audio are still those that Tonearm wrote. */
  boolean are(Fingerprint audio, List<String> values) {
    return !values.isEmpty() && values.equals(written.get(audio.text()));
  }
}
