package org.tonearm.tag.journal;

import java.util.List;

/**
 * What was, or would be, forgotten.
 *
 * @param runs numbers of the runs
 * @param files entries of files in them
 * @param undoable those of the files that could have been undone until then
 */
public record PruneReport(List<Long> runs, long files, long undoable) {
  /** Copies the list. */
  public PruneReport {
    runs = List.copyOf(runs);
  }
}
