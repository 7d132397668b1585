package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Told of files that an undo wrote, for those who know files by their size and time, which may be
 * what they were before. Thread-safe.
 */
@FunctionalInterface
public interface GivenBack {
  /** Takes no note. */
  GivenBack UNNOTED = (file, audioHash) -> {};

  /**
   * A file holds again what it held before a run.
   *
   * @param audioHash its audio's fingerprint, as in {@code TagSnapshot}, if the run noted it: the
   *     file may be known by another spelling of its path
   */
  void givenBack(Path file, Optional<String> audioHash);
}
