package org.tonearm.model.classifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A model's files, each read once and kept: the version that is told is that of the bytes that are
 * heard with, even if the model is replaced meanwhile, and nothing is read or unpacked twice. Holds
 * all that was read, so that it is to live no longer than a model is being opened. Of one thread.
 */
public final class ReadOnce implements ModelSource {
  private final ModelSource source;
  private final Map<String, byte[]> files = new HashMap<>();

  /** Reads from another source. */
  public ReadOnce(ModelSource source) {
    this.source = source;
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      try (InputStream in = source.open(name)) {
        bytes = in.readAllBytes();
      }
      files.put(name, bytes);
    }
    return new ByteArrayInputStream(bytes);
  }
}
