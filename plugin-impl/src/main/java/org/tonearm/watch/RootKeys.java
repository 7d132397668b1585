package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells one folder from another that has taken its name: by renaming, or by a drive that was
 * mounted over it.
 */
@FunctionalInterface
interface RootKeys {

  /** What stays as long as the folder does; empty if there is none of the name. */
  Optional<Object> of(Path folder);

  /** By device and number where the system has them, else by when the folder was made. */
  static RootKeys ofSystem() {
    return folder -> {
      try {
        BasicFileAttributes found = Files.readAttributes(folder, BasicFileAttributes.class);
        Object key = found.fileKey();
        return found.isDirectory()
            ? Optional.of(key == null ? found.creationTime() : key)
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }
}
