package org.tonearm.spark.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Room for copies on the machine of an executor: below the folders that Spark or its cluster
 * manager gave to it, which they remove with the application, though the executor be killed.
 */
public final class Scratch {
  private Scratch() {}

  /**
   * A new folder. Whoever asks for it removes it; where that fails, the cluster does.
   *
   * @param prefix of its name
   */
  public static Path folder(String prefix) throws IOException {
    Optional<Path> given = given(System.getenv());
    return given.isPresent()
        ? Files.createTempDirectory(given.get(), prefix)
        : Files.createTempDirectory(prefix);
  }

  /**
   * The first folder that can be written to, of a standalone worker's, of YARN's, of the
   * administrator's or of Kubernetes's.
   */
  static Optional<Path> given(Map<String, String> environment) {
    List<String> standalone = split(environment, "SPARK_EXECUTOR_DIRS", File.pathSeparator);
    List<String> yarn = split(environment, "LOCAL_DIRS", ",");
    List<String> own = split(environment, "SPARK_LOCAL_DIRS", ",");
    return Stream.of(standalone, yarn, own)
        .flatMap(List::stream)
        .map(Path::of)
        .filter(folder -> Files.isDirectory(folder) && Files.isWritable(folder))
        .findFirst();
  }

  private static List<String> split(Map<String, String> environment, String name, String by) {
    return Arrays.stream(environment.getOrDefault(name, "").split(by))
        .filter(folder -> !folder.isBlank())
        .toList();
  }
}
