package org.tonearm.spark.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The class path of a driver, and the jars that executors are sent.
 *
 * @param home Spark
 * @param environment as of {@link System#getenv()}
 * @param own class path of this process
 * @param settings of Spark, as given
 */
record DriverClassPath(
    SparkHome home, Map<String, String> environment, String own, Map<String, String> settings) {
  /** Spark brings an SLF4J provider of its own, and two make SLF4J complain on the screen. */
  private static final String LOGBACK = "logback-.*";

  private static final String TRAINING = "(nd4j|deeplearning4j)-.*";
  private static final String NATIVES = "ffmpeg-.*-(linux|macosx|windows)-.*\\.jar";
  private static final String CARD = "nd4j-cuda-.*";

  /** Spark's part comes first, in the order in which its own scripts have it. */
  String text() {
    List<String> entries = new ArrayList<>();
    String conf = environment.getOrDefault("SPARK_CONF_DIR", "");
    Path folder = conf.isEmpty() ? home.folder().resolve("conf") : Path.of(conf);
    if (Files.isDirectory(folder)) {
      entries.add(folder.toString());
    }
    entries.add(home.jars());
    for (String name : List.of("HADOOP_CONF_DIR", "YARN_CONF_DIR")) {
      String hadoop = environment.getOrDefault(name, "");
      if (!hadoop.isEmpty()) {
        entries.add(hadoop);
      }
    }
    entries().filter(entry -> !name(entry).matches(LOGBACK)).forEach(entries::add);
    given().forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }

  /** Jars that the user wants executors to have: the driver has them too, where they are local. */
  private List<String> given() {
    return Arrays.stream(settings.getOrDefault("spark.jars", "").split(","))
        .map(jar -> jar.strip().replaceFirst("^file:(//(?=/))?", ""))
        .filter(jar -> !jar.isEmpty() && !jar.contains(":/"))
        .toList();
  }

  /**
   * Jars by their names, each once: of two, the one with natives for other machines. ND4J is for
   * training alone, unless it is to compute on a card.
   */
  List<String> shipped() throws IOException {
    boolean card = entries().anyMatch(entry -> name(entry).matches(CARD));
    Map<String, String> jars = new LinkedHashMap<>();
    entries()
        .filter(entry -> entry.endsWith(".jar") && !name(entry).matches(LOGBACK))
        .filter(entry -> card || !name(entry).matches(TRAINING))
        .forEach(entry -> jars.put(name(entry), entry));
    if (Files.isDirectory(home.natives())) {
      try (DirectoryStream<Path> natives = Files.newDirectoryStream(home.natives(), "*.jar")) {
        natives.forEach(jar -> jars.put(jar.getFileName().toString(), jar.toString()));
      }
    }
    return List.copyOf(jars.values());
  }

  /** Whether executors on other machines can decode with what they are sent. */
  boolean shipsNatives() throws IOException {
    return Stream.concat(shipped().stream(), given().stream())
        .anyMatch(jar -> name(jar).matches(NATIVES));
  }

  private Stream<String> entries() {
    return Arrays.stream(own.split(File.pathSeparator));
  }

  private static String name(String entry) {
    return new File(entry).getName();
  }
}
