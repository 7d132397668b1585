package org.tonearm.tag.undo;

import java.nio.file.Path;

/**
 * Told of files that an undo wrote, for those who know files by their size and time, which may be
 * what they were before. Thread-safe.
 */
@FunctionalInterface
public interface GivenBack {
  /** Takes no note. */
  GivenBack UNNOTED = file -> {};

  /** A file holds again what it held before a run. */
  void givenBack(Path file);
}
