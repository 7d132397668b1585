package org.tonearm.spark.home;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.api.ConfigurationException;

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

  /** In this process; nothing is sent. */
  private static final Pattern LOCAL = Pattern.compile("local(\\[.*)?");

  private static final long GRACE_SECONDS = 60;
  private static final Pattern SIZE = Pattern.compile("(\\d+)(?:([kmgt])b?)?");

  private final SparkHome home;
  private final String mainClass;
  private final String master;
  private final Map<String, String> settings;

  /**
   * @param mainClass what the process runs; it begins with {@link ParentWatch#begin}
   * @param master address of the cluster; "" if not given by itself
   * @param settings of Spark, as given
   */
  public DriverProcess(
      SparkHome home, String mainClass, String master, Map<String, String> settings) {
    this.home = home;
    this.mainClass = mainClass;
    this.master = master.isEmpty() ? settings.getOrDefault("spark.master", "") : master;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Runs it to its end, with this process's streams. If this process is ended before, so is the
   * other one: by a hook, or by itself where this one could not call any.
   *
   * @param arguments of its command line
   * @return its exit code
   * @throws ConfigurationException {@code no-java} if there is no Java for it, {@code no-spark} if
   *     there are no native libraries to send to a cluster
   * @throws InterruptedException if the thread is interrupted; the process is ended then
   */
  public int run(List<String> arguments)
      throws IOException, InterruptedException, ConfigurationException {
    JavaHome java = JavaHome.find(System.getenv(), Path.of(System.getProperty("java.home")));
    ProcessBuilder builder = new ProcessBuilder(command(java, arguments)).inheritIO();
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", java.folder().toString());
    environment.put("SPARK_HOME", home.folder().toString());
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("OPENBLAS_NUM_THREADS", "1");
    Process process = builder.start();
    Thread hook = new Thread(() -> end(process), "tonearm-driver");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return process.waitFor();
    } finally {
      process.destroy();
      unhook(hook);
    }
  }

  /** The driver stops its session first; the command is there until it has. */
  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private static void unhook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending, and the hook does its work.
    }
  }

  List<String> command(JavaHome java, List<String> arguments)
      throws IOException, ConfigurationException {
    DriverClassPath classPath =
        new DriverClassPath(home, System.getenv(), System.getProperty("java.class.path"), settings);
    if (!LOCAL.matcher(master).matches() && !classPath.shipsNatives()) {
      throw new ConfigurationException(
          "no-spark",
          "This installation of Tonearm has no native libraries that executors could be sent.",
          "Unpack the Spark pack into its folder as docs/install.md says; SPARK_HOME may go on naming"
              + " a Spark of your own.");
    }
    List<String> command = new ArrayList<>();
    command.add(java.java());
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    memory(settings.getOrDefault("spark.driver.memory", "")).ifPresent(command::add);
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dsun.jnu.encoding=UTF-8");
    command.add("-Djava.awt.headless=true");
    command.add("-Dlog4j2.configurationFile=org/tonearm/spark/log4j2.properties");
    command.add("-Dorg.bytedeco.javacpp.logger=slf4j");
    command.add("-Dtonearm.launcher=" + System.getProperty("tonearm.launcher", ""));
    if ("DEBUG".equals(System.getProperty("tonearm.log"))) {
      command.add("-Dtonearm.log=debug");
      command.add("-Dtonearm.log.libraries=info");
    }
    command.add("-D" + ParentWatch.PARENT + "=" + ProcessHandle.current().pid());
    command.add("-D" + JARS + "=" + String.join(",", classPath.shipped()));
    command.addAll(options(System.getenv("TONEARM_JAVA_OPTS")));
    command.add("-cp");
    command.add(classPath.text());
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** Spark's sizes as Java's: {@code 4g}, {@code 4gb}, and MiB where no unit is given. */
  static Optional<String> memory(String given) {
    Matcher size = SIZE.matcher(given.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      return Optional.empty();
    }
    String unit = size.group(2) == null ? "m" : size.group(2);
    return Optional.of("-Xmx" + size.group(1) + unit);
  }

  private static List<String> options(String given) {
    return given == null || given.isBlank()
        ? List.of()
        : Arrays.asList(given.strip().split("\\s+"));
  }
}
