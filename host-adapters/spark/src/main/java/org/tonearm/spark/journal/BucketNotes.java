package org.tonearm.spark.journal;

import java.util.List;

/**
 * What all attempts noted of a bucket.
 *
 * @param notes in the order of their attempts' names, and within one as they were written
 * @param damaged how many lines could not be read: the last one of a killed attempt, usually
 */
public record BucketNotes(List<Note> notes, int damaged) {
  /** Copies the list. */
  public BucketNotes {
    notes = List.copyOf(notes);
  }
}
