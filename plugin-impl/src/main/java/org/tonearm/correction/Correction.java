package org.tonearm.correction;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.tonearm.api.tag.TagField;
import org.tonearm.library.index.Fingerprint;

/**
 * A word that a user wrote in place of what was told.
 *
 * @param path the file
 * @param fingerprint its audio, by which it is known under any name
 * @param field genre or mood
 * @param told what was heard, in the words of tags; "" if nothing was told
 * @param corrected the user's word; "" if the user took the correction back
 * @param date when it was written into the file, or taken back
 */
public record Correction(
    Path path,
    Fingerprint fingerprint,
    TagField field,
    String told,
    String corrected,
    Instant date) {
  /** Checks that nothing is null. */
  public Correction {
    Objects.requireNonNull(path);
    Objects.requireNonNull(fingerprint);
    Objects.requireNonNull(field);
    Objects.requireNonNull(told);
    Objects.requireNonNull(corrected);
    Objects.requireNonNull(date);
  }

  /** Whether it takes an earlier one back. */
  public boolean withdrawal() {
    return corrected.isEmpty();
  }
}
