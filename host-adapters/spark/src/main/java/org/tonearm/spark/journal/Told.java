package org.tonearm.spark.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * What became of a recording that was not replaced.
 *
 * @param run the run it belongs to
 * @param attempt the task's attempt
 * @param kind what was to be done
 * @param uri the recording
 * @param undoes id of the intent that was to be taken back; "" if none was
 * @param state {@code unchanged}, {@code skipped}, {@code failed} or {@code already}
 * @param code why; "" if there is nothing to tell
 * @param message the same for the reader
 * @param at when it was noted
 */
public record Told(
    String run,
    String attempt,
    Kind kind,
    String uri,
    String undoes,
    String state,
    String code,
    String message,
    Instant at)
    implements Note {
  /** Checks for nulls. */
  public Told {
    Objects.requireNonNull(run);
    Objects.requireNonNull(attempt);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(undoes);
    Objects.requireNonNull(state);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(at);
  }
}
