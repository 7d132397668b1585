package org.tonearm.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tonearm.library.index.LocalDisk;

/** Tells which folders the system has no events for, since others write to them elsewhere. */
@FunctionalInterface
interface Mounts {

  /**
   * The kind of file system if it lies on the network, such as {@code nfs4}; empty if it doesn't.
   */
  Optional<String> network(Path folder) throws IOException;

  /** As the system tells it. */
  static Mounts ofSystem() {
    return folder ->
        Optional.of(Files.getFileStore(folder).type())
            .filter(kind -> LocalDisk.remote(folder, kind));
  }
}
