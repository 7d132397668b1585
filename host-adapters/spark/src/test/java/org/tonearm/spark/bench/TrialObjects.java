package org.tonearm.spark.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.S3Server;

/**
 * {@code TrialObjects FOLDER} starts a server of objects, puts the files of a folder into a bucket
 * {@code archive} that keeps versions, prints the settings that Spark needs for it and {@code
 * ready}, and goes on until it is killed.
 */
public final class TrialObjects {
  private TrialObjects() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    S3Server server = S3Server.start();
    server.makeBucket("archive", true);
    Configuration hadoop = new Configuration();
    server.settings().forEach(hadoop::set);
    FileSystem objects = FileSystem.get(URI.create("s3a://archive/"), hadoop);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String uri = AudioUri.child("s3a://archive/music", file.getFileName().toString());
        try (FSDataOutputStream out = objects.create(AudioUri.hadoop(uri))) {
          Files.copy(file, out);
        }
      }
    }
    server
        .settings()
        .forEach((key, value) -> System.out.println("spark.hadoop." + key + "=" + value));
    System.out.println("ready");
    Thread.sleep(Long.MAX_VALUE);
  }
}
