package org.tonearm.spark.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tonearm.spark.store.OutputFiles;

/**
 * Objects can't grow: each durable line makes one of its own, with the lines before it that could
 * wait.
 */
final class ObjectNotes implements NoteSink {
  private final OutputFiles files;
  private final String name;
  private final StringBuilder waiting = new StringBuilder();
  private int objects;

  /**
   * @param files puts the objects
   * @param name what the names of all of them begin with
   */
  ObjectNotes(OutputFiles files, String name) {
    this.files = files;
    this.name = name;
  }

  @Override
  public void append(String line, boolean durable) throws IOException {
    waiting.append(line).append('\n');
    if (durable) {
      put();
    }
  }

  private void put() throws IOException {
    String uri = name + String.format("-%06d", objects++) + JournalFolder.ENDING;
    files.write(uri, waiting.toString().getBytes(StandardCharsets.UTF_8));
    waiting.setLength(0);
  }

  @Override
  public void close() throws IOException {
    if (waiting.length() > 0) {
      put();
    }
  }
}
