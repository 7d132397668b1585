package org.tonearm.spark.store;

import java.util.Objects;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file as a listing tells of it.
 *
 * @param uri its name, see {@link AudioUri}
 * @param size in bytes
 * @param modified milliseconds since 1970
 * @param version tells one content from another: {@code etag:…} where the storage gives an entity
 *     tag, else {@code stat:SIZE-MODIFIED}, which two contents may share where the time is kept
 */
public record StoredFile(String uri, long size, long modified, String version) {
  private static final String ETAG = "etag:";

  /** Checks for nulls. */
  public StoredFile {
    Objects.requireNonNull(uri);
    Objects.requireNonNull(version);
  }

  /** A file of a file system without entity tags. */
  public static StoredFile plain(String uri, long size, long modified) {
    return new StoredFile(uri, size, modified, "stat:" + size + "-" + modified);
  }

  /** As Hadoop tells of it. */
  public static StoredFile of(FileStatus status) {
    String uri = AudioUri.of(status.getPath());
    String etag = status instanceof EtagSource source ? source.getEtag() : null;
    return etag == null || etag.isEmpty()
        ? plain(uri, status.getLen(), status.getModificationTime())
        : new StoredFile(uri, status.getLen(), status.getModificationTime(), ETAG + etag);
  }

  /** The entity tag as the storage gave it; "" if it has none. */
  public String etag() {
    return version.startsWith(ETAG) ? version.substring(ETAG.length()) : "";
  }
}
