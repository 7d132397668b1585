package org.tonearm.spark.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A home of Spark for processes that tests start: links to the jars of this class path. Folders of
 * classes are told by {@link #conf}.
 */
public final class TestHome {
  private static final Set<Integer> KNOWN = Set.of(17, 21);

  private TestHome() {}

  /** Skips the test on a Java that this Spark is not made for. */
  public static void demandJava() {
    int feature = Runtime.version().feature();
    assumeTrue(KNOWN.contains(feature), "Spark 4.1 runs on Java 17 and 21, not on " + feature);
  }

  /** Makes it where {@code SPARK_HOME} points to; the build sets that. */
  public static Path make() throws IOException {
    String place = System.getenv("SPARK_HOME");
    assumeTrue(place != null, "the build sets SPARK_HOME for these tests");
    Path home = Path.of(place);
    Path jars = Files.createDirectories(home.resolve("jars"));
    Files.writeString(home.resolve("RELEASE"), "for tests");
    Files.createDirectories(home.resolve("conf"));
    for (String entry : entries()) {
      if (entry.endsWith(".jar")) {
        Path link = jars.resolve(Path.of(entry).getFileName());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(entry));
      }
    }
    return home;
  }

  /** Settings of Spark for two executors of one core each. */
  public static Map<String, String> conf() {
    Map<String, String> conf = new TreeMap<>();
    conf.put("spark.ui.enabled", "false");
    conf.put("spark.sql.shuffle.partitions", "2");
    conf.put("spark.executor.extraClassPath", classes());
    conf.put("spark.driver.host", "127.0.0.1");
    // A machine that is busy with other things is no lost executor; a process that ended is.
    conf.put("spark.network.timeout", "900s");
    conf.put("spark.rpc.askTimeout", "600s");
    conf.put("spark.executor.heartbeatInterval", "60s");
    conf.put("spark.driver.bindAddress", "127.0.0.1");
    return conf;
  }

  private static String classes() {
    List<String> folders = new ArrayList<>(entries());
    folders.removeIf(entry -> entry.endsWith(".jar"));
    return String.join(File.pathSeparator, folders);
  }

  static List<String> entries() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
        .filter(entry -> Files.exists(Path.of(entry)))
        .toList();
  }
}
