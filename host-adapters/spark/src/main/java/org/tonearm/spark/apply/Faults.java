package org.tonearm.spark.apply;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.tonearm.api.tag.TagException;
import org.tonearm.spark.store.RefusedException;
import org.tonearm.spark.store.ReplacedSinceException;

/** Faults of a recording, told as the engine tells its own. */
final class Faults {
  /** Code of a recording that is not the one that was planned on. */
  static final String SINCE_PLAN = "changed-since-plan";

  /** Code of a recording that somebody else writes, or wrote since. */
  static final String MEANWHILE = "changed-meanwhile";

  /** Code of a recording that is gone. */
  static final String MISSING = "missing";

  private Faults() {}

  static TagException changedSincePlan(String uri, String what) {
    return new TagException(
        SINCE_PLAN,
        uri + " was changed since it was planned, so it was left alone: " + what,
        "Scan, analyze and plan again; what is done already is not done twice.");
  }

  static TagException changedMeanwhile(String uri, String what) {
    return new TagException(
        MEANWHILE,
        uri + " was changed by somebody else, so it was left alone: " + what,
        "Nothing need be done, unless that change was unwanted.");
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
      return changedMeanwhile(uri, "another object was put in its place");
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
