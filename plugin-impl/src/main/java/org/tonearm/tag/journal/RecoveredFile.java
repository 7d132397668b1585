package org.tonearm.tag.journal;

import java.nio.file.Path;

/**
 * A file whose write was under way when its process ended.
 *
 * @param run the run that wrote it
 * @param path the file
 * @param displayPath its name for the eye
 * @param outcome what became of the write
 * @param copyRemoved whether a half-written copy lay beside it and was removed
 */
public record RecoveredFile(
    long run, Path path, String displayPath, Outcome outcome, boolean copyRemoved) {

  /** What became of a write. */
  public enum Outcome {
    /** The file has its new tags; the journal knows now. */
    FINISHED,
    /** The file is as it was before. */
    PUT_BACK,
    /** Its folder can't be reached, as on a drive that is not attached: left for later. */
    OUT_OF_REACH,
    /** The half-written copy beside it can't be removed: left for later. */
    COPY_STUCK
  }
}
