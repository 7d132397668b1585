package org.tonearm.spark.store;

import java.util.Objects;

/**
 * One entry of a folder.
 *
 * @param kind what it is
 * @param file its name and, for a file, its looks; size and time of others are 0
 * @param problem why it is passed over; "" for files and folders
 */
public record Listed(Kind kind, StoredFile file, String problem) {
  /** Checks for nulls. */
  public Listed {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(file);
    Objects.requireNonNull(problem);
  }

  /** What an entry is. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link to a folder. */
    LINKED_FOLDER,
    /** Another symbolic link, a device, a pipe. */
    OTHER
  }
}
