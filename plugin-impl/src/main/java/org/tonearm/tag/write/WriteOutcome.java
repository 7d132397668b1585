package org.tonearm.tag.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.journal.FileIdentity;

/**
 * What came of a write that did not fail.
 *
 * @param file the file that was replaced: the track's path with symbolic links resolved
 * @param written false if there was nothing to change; the file is then untouched
 * @param after the changed fields as they now stand; empty if nothing was written
 * @param placed the file as it was put in place; empty if nothing was written
 * @param warnings what the user should know, one sentence each, such as a hard link that now holds
 *     the old tags
 */
public record WriteOutcome(
    Path file,
    boolean written,
    Map<TagField, FieldState> after,
    Optional<FileIdentity> placed,
    List<String> warnings) {
  /** Copies the collections. */
  public WriteOutcome {
    after = Map.copyOf(after);
    warnings = List.copyOf(warnings);
  }
}
