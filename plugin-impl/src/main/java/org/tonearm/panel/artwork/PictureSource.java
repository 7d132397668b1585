package org.tonearm.panel.artwork;

import java.nio.file.Path;
import java.util.Optional;

/** Reads pictures that are embedded in files. Called on a thread that is not the event thread. */
@FunctionalInterface
public interface PictureSource {
  /** No pictures, where no engine is. */
  PictureSource NONE = file -> Optional.empty();

  /**
   * The bytes of a file's cover, as it holds them.
   *
   * @return empty if it has none, or if it can't be read
   */
  Optional<byte[]> picture(Path file);
}
