package org.tonearm.library.index;

import java.time.Duration;
import java.util.List;

/**
 * How an index is opened.
 *
 * @param patience how long to wait for another process that holds it
 * @param kinds names file systems
 * @param steps the schema's steps, the first of which makes the tables
 */
record IndexSettings(Duration patience, LocalDisk.Kinds kinds, List<IndexSchema.Step> steps) {
  IndexSettings {
    steps = List.copyOf(steps);
  }

  static IndexSettings usual() {
    return new IndexSettings(Duration.ofSeconds(30), LocalDisk.kinds(), IndexSchema.STEPS);
  }
}
