package org.tonearm.spark.store;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Hadoop's file systems by name. They are Hadoop's own shared ones, which live as long as the
 * process; nobody has to close them. Thread-safe.
 */
final class HadoopFiles {
  private final Configuration configuration;

  HadoopFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  FileSystem of(String uri) throws IOException {
    return FileSystem.get(URI.create(uri), configuration);
  }
}
