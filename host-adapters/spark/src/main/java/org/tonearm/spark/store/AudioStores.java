package org.tonearm.spark.store;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** The storages of recordings, by scheme. Cheap to make; thread-safe. */
public final class AudioStores {
  private final AudioStore local = new LocalStore();
  private final HadoopFiles files;
  private final AudioStore hadoop;
  private final ConditionalStore objects;

  /**
   * @param settings Hadoop's settings, such as {@code fs.s3a.endpoint}; they add to those on the
   *     class path
   */
  public AudioStores(Map<String, String> settings) {
    this(configuration(settings));
  }

  /**
   * @param configuration Hadoop's settings; not to be changed any more
   */
  public AudioStores(Configuration configuration) {
    this.files = new HadoopFiles(configuration);
    this.hadoop = new HadoopStore(files);
    this.objects = new S3aStore(files);
  }

  /** The storage that a recording or folder lies in. */
  public AudioStore of(String uri) {
    return switch (AudioUri.scheme(uri)) {
      case "file" -> local;
      case "s3a" -> objects;
      default -> hadoop;
    };
  }

  /** Hadoop's own view of a storage, for what no recording is. */
  public FileSystem fileSystem(String uri) throws IOException {
    return files.of(uri);
  }

  private static Configuration configuration(Map<String, String> settings) {
    Configuration configuration = new Configuration();
    settings.forEach(configuration::set);
    return configuration;
  }
}
