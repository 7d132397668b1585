package org.tonearm.spark.journal;

import java.util.Objects;

/**
 * By what a content can be known again once it stands in its place.
 *
 * @param size in bytes
 * @param key the file's number in its file system; "" where it has none
 * @param modified nanoseconds since 1970; 0 where the storage sets it
 * @param sha256 of the whole content, lower-case hex; "" for files, which are known by their key
 */
public record Placement(long size, String key, long modified, String sha256) {
  /** Nothing is put in place. */
  public static final Placement NONE = new Placement(0, "", 0, "");

  /** Checks for nulls. */
  public Placement {
    Objects.requireNonNull(key);
    Objects.requireNonNull(sha256);
  }
}
