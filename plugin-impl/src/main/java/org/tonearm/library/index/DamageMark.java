package org.tonearm.library.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers, beside the index, that it was found damaged while in use. */
final class DamageMark {
  private static final Logger LOG = LoggerFactory.getLogger(DamageMark.class);

  private final Path file;

  DamageMark(Path index) {
    this.file = index.resolveSibling(index.getFileName() + ".damaged");
  }

  boolean isSet() {
    return Files.exists(file);
  }

  void set() {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException e) {
      LOG.debug("Can't note that the index is damaged", e);
    }
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
