package org.tonearm.tag.undo;

import java.nio.file.Path;
import java.util.List;

/** Knows where audio lies now, such as an index of the library. Thread-safe. */
@FunctionalInterface
public interface MovedFiles {
  /** Knows of no file. */
  MovedFiles NONE = audioHash -> List.of();

  /**
   * Files that had this audio when they were last looked at. They are looked at again before
   * anything is done, so what is told may be out of date.
   *
   * @param audioHash the audio's fingerprint, as in {@code TagSnapshot}
   */
  List<Path> withAudio(String audioHash);
}
