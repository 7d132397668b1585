package org.tonearm.spark.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tonearm.api.ConfigurationException;

/**
 * An installation of Spark: one of the user's, or the Spark pack. Tonearm itself does without, so
 * that nobody carries Spark who has no cluster.
 *
 * @param folder with the folder {@code jars}
 * @param natives folder of jars that executors need beside Tonearm's own; may be missing
 */
public record SparkHome(Path folder, Path natives) {
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
    List<Path> packs = packs(launcher);
    String own = environment.getOrDefault("SPARK_HOME", "");
    List<Path> places = own.isEmpty() ? packs : List.of(Path.of(own));
    return places.stream()
        .filter(place -> Files.isDirectory(place.resolve("jars")))
        .findFirst()
        .map(place -> new SparkHome(place, natives(place, packs)))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no-spark",
                    "'tonearm cluster' needs Apache Spark, which is not installed.",
                    REMEDY));
  }

  /** With a Spark of the user's own too, they are those of the pack. */
  private static Path natives(Path place, List<Path> packs) {
    return packs.stream()
        .map(SparkHome::nativesIn)
        .filter(Files::isDirectory)
        .findFirst()
        .orElse(nativesIn(place));
  }

  private static Path nativesIn(Path place) {
    return place.resolve("natives");
  }

  private static List<Path> packs(String launcher) {
    Path bin = launcher.isEmpty() ? null : Path.of(launcher).toAbsolutePath().getParent();
    return bin == null
        ? List.of()
        : List.of(
            bin.resolve("../packs/spark").normalize(),
            bin.resolve("host-adapters/spark/pack/target/spark"));
  }

  /** Its jars, as a class path. */
  String jars() {
    return folder.resolve("jars").resolve("*").toString();
  }
}
