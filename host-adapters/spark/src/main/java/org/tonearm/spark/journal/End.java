package org.tonearm.spark.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * What became of work that was begun.
 *
 * @param id of the intent, or of what was begun
 * @param uri the recording
 * @param state {@code written}, {@code sidecar}, {@code undone} or {@code failed}
 * @param version the recording's version since; "" if it was not replaced
 * @param code why it failed; "" if it did not
 * @param message the same for the reader
 * @param at when it was noted
 */
public record End(
    String id, String uri, String state, String version, String code, String message, Instant at)
    implements Note {
  /** Checks for nulls. */
  public End {
    Objects.requireNonNull(id);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(state);
    Objects.requireNonNull(version);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(at);
  }

  /** Whether the work was done. */
  public boolean done() {
    return !state.equals(States.FAILED);
  }
}
