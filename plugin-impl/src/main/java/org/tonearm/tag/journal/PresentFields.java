package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;

/** Reads the fields that a file has now. */
@FunctionalInterface
public interface PresentFields {
  /** Knows of no file. */
  PresentFields UNKNOWN = (file, profile) -> Optional.empty();

  /**
   * Reads a file's fields.
   *
   * @return empty if the file is missing or can't be read
   */
  Optional<Map<TagField, FieldState>> read(Path file, TagProfile profile);
}
