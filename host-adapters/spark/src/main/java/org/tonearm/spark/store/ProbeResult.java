package org.tonearm.spark.store;

import java.util.Objects;

/**
 * What a storage did with a put that it had to refuse.
 *
 * @param refused whether it refused it; only then objects may be replaced there
 * @param versioned whether it keeps the earlier contents of an object
 * @param told both as a sentence
 */
public record ProbeResult(boolean refused, boolean versioned, String told) {
  /** Checks for null. */
  public ProbeResult {
    Objects.requireNonNull(told);
  }
}
