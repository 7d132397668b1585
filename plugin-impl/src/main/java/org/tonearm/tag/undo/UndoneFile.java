package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tonearm.api.TonearmException;

/**
 * What an undo did, or would do, to one file.
 *
 * @param run the run whose change is undone
 * @param path the file, where it is now
 * @param displayPath its name for the eye
 * @param movedFrom the name that the run knew, for the eye, if the file was found elsewhere
 * @param fields what became of each field; empty if the file failed
 * @param error why the file could not be dealt with, such as code {@code missing}
 * @param warnings what the user should know
 */
public record UndoneFile(
    long run,
    Path path,
    String displayPath,
    Optional<String> movedFrom,
    List<UndoneField> fields,
    Optional<TonearmException> error,
    List<String> warnings) {
  /** Copies the lists. */
  public UndoneFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(movedFrom);
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
