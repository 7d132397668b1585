package org.tonearm.spark.journal;

import java.time.Instant;
import java.util.Objects;

/**
 * A changed copy is about to be made beside a recording.
 *
 * @param id of the work on the recording; that of the intent, if it comes so far
 * @param uri the recording
 * @param temporary the copy
 * @param writer who makes it
 * @param at when it was noted
 */
public record Begun(String id, String uri, String temporary, Writer writer, Instant at)
    implements Note {
  /** Checks for nulls. */
  public Begun {
    Objects.requireNonNull(id);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(temporary);
    Objects.requireNonNull(writer);
    Objects.requireNonNull(at);
  }
}
