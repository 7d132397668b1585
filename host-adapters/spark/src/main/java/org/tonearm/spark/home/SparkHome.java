package org.tonearm.spark.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.ConfigurationException;

/**
 * An installation of Spark: one of the user's, or the Spark pack. Tonearm itself does without, so
 * that nobody carries Spark who has no cluster.
 *
 * @param folder with the folder {@code jars}
 */
public record SparkHome(Path folder) {
  /** What a user without Spark has to do. */
  public static final String REMEDY =
      "Unpack the Spark pack into the folder of the installation as docs/install.md says, or let"
          + " SPARK_HOME name a Spark 4 of your own.";

  private static final String KNOWN_BY = "org/apache/spark/sql/SparkSession.class";

  /** Whether Spark is on this class path already, as under {@code spark-submit}. */
  public static boolean onClassPath() {
    return SparkHome.class.getClassLoader().getResource(KNOWN_BY) != null;
  }

  /**
   * Looks for it: {@code SPARK_HOME} first, then the pack.
   *
   * @param environment as of {@link System#getenv()}
   * @param launcher the program that started this one, as it says itself; "" if unknown
   * @throws ConfigurationException {@code no-spark} if there is none
   */
  public static SparkHome find(Map<String, String> environment, String launcher)
      throws ConfigurationException {
    return places(environment, launcher).stream()
        .filter(place -> Files.isDirectory(place.resolve("jars")))
        .findFirst()
        .map(SparkHome::new)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no-spark",
                    "'tonearm cluster' needs Apache Spark, which is not installed.",
                    REMEDY));
  }

  private static List<Path> places(Map<String, String> environment, String launcher) {
    String own = environment.getOrDefault("SPARK_HOME", "");
    if (!own.isEmpty()) {
      return List.of(Path.of(own));
    }
    Optional<Path> program =
        launcher.isEmpty() ? Optional.empty() : Optional.of(Path.of(launcher).toAbsolutePath());
    return program
        .map(Path::getParent)
        .map(
            bin ->
                List.of(
                    bin.resolve("../packs/spark").normalize(),
                    bin.resolve("host-adapters/spark/pack/target/spark")))
        .orElse(List.of());
  }

  /** Its jars, as a class path. */
  String jars() {
    return folder.resolve("jars").resolve("*").toString();
  }

  /** Jars of the pack that executors need beside Tonearm's own; may be missing. */
  Path natives() {
    return folder.resolve("natives");
  }
}
