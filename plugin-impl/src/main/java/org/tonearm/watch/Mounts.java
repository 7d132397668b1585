package org.tonearm.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tonearm.library.index.LocalDisk;

/**
 * Tells which folders the system has no events for, since others write to them elsewhere, and where
 * drives are mounted.
 */
@FunctionalInterface
interface Mounts {

  /**
   * The kind of file system if it lies on the network, such as {@code nfs4}; empty if it doesn't.
   */
  Optional<String> network(Path folder) throws IOException;

  /**
   * Folders below this one on which drives are mounted, where the system tells; hidden ones not.
   */
  default List<Path> below(Path root) {
    return List.of();
  }

  /** As the system tells it. */
  static Mounts ofSystem() {
    return new Mounts() {
      @Override
      public Optional<String> network(Path folder) throws IOException {
        return Optional.of(Files.getFileStore(folder).type())
            .filter(kind -> LocalDisk.remote(folder, kind));
      }

      @Override
      public List<Path> below(Path root) {
        try {
          byte[] table = Files.readAllBytes(Path.of("/proc/self/mounts"));
          Path real = root.toRealPath();
          return MountTable.below(real, new String(table, StandardCharsets.UTF_8)).stream()
              .map(folder -> root.resolve(real.relativize(folder)))
              .toList();
        } catch (IOException e) {
          return List.of(); // Only Linux has it.
        }
      }
    };
  }
}
