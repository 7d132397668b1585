package org.tonearm.panel;

import java.util.List;
import java.util.OptionalLong;
import org.tonearm.api.TonearmException;

/**
 * What the user is told when something is done. Immutable.
 *
 * @param key of the text in {@link Texts}
 * @param values for its places
 * @param run a run that can be taken back on the spot
 */
public record Notice(String key, List<Object> values, OptionalLong run) {
  /** Copies the list. */
  public Notice {
    values = List.copyOf(values);
  }

  /** With nothing to take back. */
  public static Notice of(String key, Object... values) {
    return new Notice(key, List.of(values), OptionalLong.empty());
  }

  /** Of an error: what happened, and what to do. */
  public static Notice of(Exception error) {
    if (error instanceof TonearmException told) {
      return of("notice.error", told.getMessage(), told.remedy());
    }
    if (error instanceof InterruptedException) {
      return of("notice.cancelled");
    }
    return of("notice.internal", error.toString());
  }
}
