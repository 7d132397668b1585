package org.tonearm.spark.apply;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.tonearm.api.tag.TagException;
import org.tonearm.spark.store.RefusedException;
import org.tonearm.spark.store.ReplacedSinceException;

/** Faults of a recording, told as the engine tells its own. */
final class Faults {
  /** Code of a recording that is not the one that was planned on. */
  static final String CHANGED = "changed-meanwhile";

  /** Code of a recording that is gone. */
  static final String MISSING = "missing";

  private Faults() {}

  static TagException changed(String uri, String what) {
    return new TagException(
        CHANGED,
        uri + " was changed since it was planned, so it was left alone: " + what,
        "Scan, analyze and plan again; what is done already is not done twice.");
  }

  static TagException of(String uri, IOException fault) {
    if (fault instanceof FileNotFoundException) {
      return new TagException(
          MISSING,
          uri + " is no longer there",
          "Look for who moved it; then scan and plan again.",
          fault);
    }
    if (fault instanceof ReplacedSinceException) {
      return changed(uri, "another object was put in its place");
    }
    if (fault instanceof RefusedException refused) {
      return new TagException(refused.code(), refused.getMessage(), refused.remedy(), refused);
    }
    return new TagException(
        "io",
        uri + " could not be read or written: " + fault.getMessage(),
        "Check the storage that holds it, then run again.",
        fault);
  }
}
