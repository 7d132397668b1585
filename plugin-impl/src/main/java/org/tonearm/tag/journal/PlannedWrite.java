package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;

/**
 * A write that is about to begin.
 *
 * @param file the file to be replaced, symbolic links resolved
 * @param temporary where its changed copy will be; in the same folder
 * @param original the file as it was read
 * @param audioHash the audio's fingerprint, as in {@code TagSnapshot}
 * @param layout how its tags are laid out
 * @param codec id of the codec
 * @param profile the profile it is written under
 * @param before the fields to be changed, as they stand
 * @param intended the values they shall hold; same keys
 */
public record PlannedWrite(
    Path file,
    Path temporary,
    FileIdentity original,
    String audioHash,
    TagLayout layout,
    String codec,
    TagProfile profile,
    Map<TagField, FieldState> before,
    Map<TagField, List<String>> intended) {
  /** Copies the maps. */
  public PlannedWrite {
    Objects.requireNonNull(file);
    Objects.requireNonNull(temporary);
    Objects.requireNonNull(original);
    Objects.requireNonNull(audioHash);
    Objects.requireNonNull(layout);
    before = Map.copyOf(before);
    intended = Map.copyOf(intended);
  }
}
