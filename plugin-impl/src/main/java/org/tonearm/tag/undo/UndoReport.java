package org.tonearm.tag.undo;

import java.util.List;
import java.util.OptionalLong;

/**
 * What came of an undo.
 *
 * @param run the run that was undone
 * @param undoRun the journal's run that holds the undo; empty if nothing was written
 * @param dryRun whether nothing was to be written
 * @param files the files, newest change first
 */
public record UndoReport(long run, OptionalLong undoRun, boolean dryRun, List<UndoneFile> files) {
  /** Copies the list. */
  public UndoReport {
    files = List.copyOf(files);
  }

  /** Files of which a field was, or would be, put back. */
  public long restored() {
    return files.stream().filter(UndoneFile::restored).count();
  }

  /** Files of which a field was left because somebody changed it since. */
  public long conflicting() {
    return files.stream().filter(UndoneFile::conflicting).count();
  }

  /** Files that are missing or could not be read or written. */
  public long failed() {
    return files.stream().filter(file -> file.error().isPresent()).count();
  }
}
