package org.tonearm.spark.store;

import java.util.Objects;

/**
 * What a storage did with a put that it had to refuse.
 *
 * @param refused whether it refused it; only then objects may be replaced there
 * @param atomic whether of two puts at the same instant, on the same entity tag, it refused one
 *     each time it was tried; where it did not, a change that another program makes at the very
 *     instant of a put could be lost. Tries of one plan put the same bytes, so they can't harm each
 *     other
 * @param versioned whether it keeps the earlier contents of an object
 * @param told all of that as a sentence
 */
public record ProbeResult(boolean refused, boolean atomic, boolean versioned, String told) {
  /** Checks for null. */
  public ProbeResult {
    Objects.requireNonNull(told);
  }
}
