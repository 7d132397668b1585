package org.tonearm.spark.journal;

import java.util.List;
import java.util.Objects;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.journal.JournaledField;

/**
 * What a write does to a recording's tags, and what it takes to put them back.
 *
 * @param audioHash SHA-256 of the audio, equal before and after; "" if it was not read
 * @param codec id of the codec; "" if none was needed
 * @param profile the profile it is written under
 * @param layout how the tags lay in the file
 * @param fields the fields it changes
 */
public record TagWork(
    String audioHash,
    String codec,
    TagProfile profile,
    TagLayout layout,
    List<JournaledField> fields) {
  /** Copies the list. */
  public TagWork {
    Objects.requireNonNull(audioHash);
    Objects.requireNonNull(codec);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(layout);
    fields = List.copyOf(fields);
  }
}
