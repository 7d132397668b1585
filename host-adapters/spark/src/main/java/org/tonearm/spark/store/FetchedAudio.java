package org.tonearm.spark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recording as a local file: the very file where it is one, else a copy that goes when this is
 * closed.
 *
 * @param path the file
 * @param copy whether it is a copy
 */
public record FetchedAudio(Path path, boolean copy) implements AutoCloseable {
  @Override
  public void close() throws IOException {
    if (copy) {
      Files.deleteIfExists(path);
    }
  }
}
