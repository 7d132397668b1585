package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.TonearmException;

/**
 * What an undo did, or would do, to one file.
 *
 * @param path the file
 * @param displayPath its name for the eye
 * @param fields what became of each field; empty if the file failed
 * @param error why the file could not be dealt with, such as code {@code missing}
 * @param warnings what the user should know
 */
public record UndoneFile(
    Path path,
    String displayPath,
    List<UndoneField> fields,
    Optional<TonearmException> error,
    List<String> warnings) {
  /** Copies the lists. */
  public UndoneFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(error);
    fields = List.copyOf(fields);
    warnings = List.copyOf(warnings);
  }

  /** Whether a field of it was, or would be, put back. */
  public boolean restored() {
    return any(UndoneField.Outcome.RESTORED);
  }

  /** Whether a field of it was left because somebody changed it since. */
  public boolean conflicting() {
    return any(UndoneField.Outcome.CHANGED_SINCE);
  }

  private boolean any(UndoneField.Outcome outcome) {
    return fields.stream().anyMatch(field -> field.outcome() == outcome);
  }
}
