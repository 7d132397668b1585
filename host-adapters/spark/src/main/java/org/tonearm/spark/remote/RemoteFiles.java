package org.tonearm.spark.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/**
 * Recordings by their addresses, as paths that decoders and codecs read. A {@code file:} address
 * gives the path of the local (or shared) file itself; every other one a path that can only be
 * read, and that reads through Hadoop, seeking where it must. Thread-safe.
 */
public final class RemoteFiles {
  private final Configuration hadoop;

  /**
   * @param hadoop settings of Hadoop; not changed
   */
  public RemoteFiles(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * A recording whose length is known, so that the store need not be asked for it.
   *
   * @param uri absolute and percent-encoded
   * @param size in bytes
   * @param modified milliseconds since 1970
   * @throws IOException if there is no file system for the address
   */
  public Path path(String uri, long size, long modified) throws IOException {
    URI address = URI.create(uri);
    if ("file".equals(address.getScheme())) {
      return Path.of(address);
    }
    FileSystem files = FileSystem.get(address, hadoop);
    return new RemoteFileSystem(files).path(address, size, modified);
  }
}
