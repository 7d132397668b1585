package org.tonearm.spark.journal;

import java.io.IOException;

/** Where the lines of one attempt go. Confined to one thread. */
interface NoteSink extends AutoCloseable {
  /**
   * Appends a line.
   *
   * @param durable whether it, and all before it, is on the storage when this returns; else it
   *     survives the process only as far as the storage lets it
   */
  void append(String line, boolean durable) throws IOException;

  @Override
  void close() throws IOException;
}
