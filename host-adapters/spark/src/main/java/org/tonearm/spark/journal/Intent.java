package org.tonearm.spark.journal;

import java.time.Instant;
import java.util.Objects;
import org.tonearm.spark.store.StoredFile;

/**
 * A recording is about to be replaced: durable before it is.
 *
 * @param id unique
 * @param run the run it belongs to
 * @param attempt the task's attempt
 * @param kind what is done
 * @param uri the recording
 * @param undoes id of the intent that it takes back; "" if it is no undo
 * @param seen the recording as it was looked at
 * @param placed by what the new content is known
 * @param work what happens to the tags
 * @param at when it was noted
 */
public record Intent(
    String id,
    String run,
    String attempt,
    Kind kind,
    String uri,
    String undoes,
    StoredFile seen,
    Placement placed,
    TagWork work,
    Instant at)
    implements Note {
  /** Checks for nulls. */
  public Intent {
    Objects.requireNonNull(id);
    Objects.requireNonNull(run);
    Objects.requireNonNull(attempt);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(undoes);
    Objects.requireNonNull(seen);
    Objects.requireNonNull(placed);
    Objects.requireNonNull(work);
    Objects.requireNonNull(at);
  }
}
