package org.tonearm.spark.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The process of a job's driver: Spark's jars first, so that all libraries which both bring are
 * Spark's, Tonearm's behind them.
 */
public final class DriverProcess {
  /** System property with the jars that executors are sent, parted by commas. */
  public static final String JARS = "tonearm.cluster.jars";

  /** What Spark reaches into, on Java 17 and later. */
  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final SparkHome home;
  private final String mainClass;

  /**
   * @param mainClass what the process runs
   */
  public DriverProcess(SparkHome home, String mainClass) {
    this.home = home;
    this.mainClass = mainClass;
  }

  /**
   * Runs it to its end, with this process's streams.
   *
   * @param arguments of its command line
   * @return its exit code
   * @throws InterruptedException if the thread is interrupted; the process is ended then
   */
  public int run(List<String> arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments)).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", home.folder().toString());
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  List<String> command(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java(System.getenv("JAVA_HOME")));
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dsun.jnu.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.add("-Dlog4j2.configurationFile=org/tonearm/spark/log4j2.properties");
    command.add("-Dorg.bytedeco.javacpp.logger=slf4j");
    command.add("-Dtonearm.launcher=" + System.getProperty("tonearm.launcher", ""));
    String own = System.getProperty("java.class.path");
    command.add("-D" + JARS + "=" + String.join(",", shipped(own)));
    command.addAll(options(System.getenv("TONEARM_JAVA_OPTS")));
    command.add("-cp");
    command.add(home.jars() + File.pathSeparator + withoutLogback(own));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** Without ND4J, by which only training works. */
  private List<String> shipped(String classPath) throws IOException {
    List<String> jars =
        Arrays.stream(classPath.split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> !new File(entry).getName().matches("(nd4j|deeplearning4j|logback)-.*"))
            .collect(Collectors.toCollection(ArrayList::new));
    if (Files.isDirectory(home.natives())) {
      try (DirectoryStream<Path> natives = Files.newDirectoryStream(home.natives(), "*.jar")) {
        natives.forEach(jar -> jars.add(jar.toString()));
      }
    }
    return jars;
  }

  /** Spark brings an SLF4J provider of its own, and two make SLF4J complain on the screen. */
  private static String withoutLogback(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !new File(entry).getName().startsWith("logback-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static List<String> options(String given) {
    return given == null || given.isBlank()
        ? List.of()
        : Arrays.asList(given.strip().split("\\s+"));
  }

  /** The user's Java, if one is named: the one that comes with a package has not all of it. */
  private static String java(String javaHome) {
    Path home = Path.of(javaHome == null ? System.getProperty("java.home") : javaHome);
    return home.resolve("bin").resolve("java").toString();
  }
}
