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
  private static final String INTERRUPTED = "interrupted";

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

  /** Of work whose process ended, and which has not come to stand in the recording's place. */
  public static End interrupted(String id, String uri) {
    return new End(
        id,
        uri,
        States.FAILED,
        "",
        INTERRUPTED,
        "the process ended before the recording was replaced",
        Instant.now());
  }

  /** Whether it was given up for another's sake, who could not know whether it may yet be done. */
  public boolean givenUp() {
    return givenUp(state, code);
  }

  static boolean givenUp(String state, String code) {
    return state.equals(States.FAILED) && code.equals(INTERRUPTED);
  }

  /** Whether the work was done. */
  public boolean done() {
    return !state.equals(States.FAILED);
  }
}
