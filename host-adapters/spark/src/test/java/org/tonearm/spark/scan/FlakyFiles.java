package org.tonearm.spark.scan;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files under a name of their own; a listing of chosen folders throws, once or always. */
public final class FlakyFiles extends RawLocalFileSystem {
  /** The setting that makes it known to Hadoop. */
  public static final String SETTING = "fs.flaky.impl";

  private static final Set<String> FAILING = ConcurrentHashMap.newKeySet();
  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

  /** The next listing of a folder of this name fails. */
  static void failOnce(String name) {
    FAILING.add(name);
  }

  /** From now on each listing of a folder of this name fails. */
  public static void close(String name) {
    CLOSED.add(name);
  }

  /** An address of it, without a slash at the end. */
  public static String uri(java.nio.file.Path file) {
    return "flaky://" + file.toUri().getRawPath().replaceFirst("/$", "");
  }

  @Override
  public URI getUri() {
    return URI.create("flaky:///");
  }

  @Override
  public String getScheme() {
    return "flaky";
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    if (FAILING.remove(folder.getName()) || CLOSED.contains(folder.getName())) {
      throw new IOException("503 Slow Down");
    }
    return super.listStatus(folder);
  }
}
