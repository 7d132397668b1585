package org.tonearm.spark.apply;

import java.util.List;
import java.util.Objects;

/**
 * What is planned for a recording.
 *
 * @param uri its name, see {@link org.tonearm.spark.store.AudioUri}
 * @param size in bytes, when the plan was made
 * @param version likewise, see {@link org.tonearm.spark.store.StoredFile}
 * @param fingerprint of its audio, as the engine's index tells it; "" if it is not known
 * @param changes at most one a field
 */
public record PlannedChange(
    String uri, long size, String version, String fingerprint, List<Change> changes) {
  /** Copies the list. */
  public PlannedChange {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(version);
    Objects.requireNonNull(fingerprint);
    changes = List.copyOf(changes);
  }
}
