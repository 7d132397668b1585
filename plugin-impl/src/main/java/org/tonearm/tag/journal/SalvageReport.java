package org.tonearm.tag.journal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a salvage saved.
 *
 * @param setAside where the damaged journal lies now; empty if the journal was found sound and
 *     nothing was done
 * @param runs runs that the new journal has
 * @param files entries of files that it has
 * @param lost rows that were there and could not be read, or made no sense; more may be lost that
 *     left no trace
 */
public record SalvageReport(Optional<Path> setAside, long runs, long files, long lost) {
  /** Whether nothing had to be done. */
  public boolean sound() {
    return setAside.isEmpty();
  }
}
