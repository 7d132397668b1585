package org.tonearm.api;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One recording in a host's library.
 *
 * @param path the file. Always the very {@link Path} object that a folder listing or an argument
 *     gave: names that are no valid text in the locale survive only so
 * @param origin how the user would name its place: the host's playlist, crate, or the folder given
 */
@Stability(Stability.Level.STABLE)
public record Track(Path path, String origin) {
  /** Checks that nothing is null. */
  public Track {
    Objects.requireNonNull(path);
    Objects.requireNonNull(origin);
  }
}
