package org.tonearm.spark.command;

import java.util.List;
import org.tonearm.run.StandardOutput;
import org.tonearm.spark.home.DriverProcess;
import org.tonearm.spark.home.SparkHome;
import org.tonearm.spark.job.Cluster;
import org.tonearm.spark.job.JobRequest;
import org.tonearm.spark.report.Counts;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs a stage: here, where Spark is on the class path, else in a process with Spark. Names no type
 * of Spark's, so that commands can be described without it.
 */
final class Start {
  private Start() {}

  /** What a stage does on its cluster. */
  @FunctionalInterface
  interface Stage {
    /** Does it, and gives the exit code. */
    int on(Cluster cluster) throws Exception;
  }

  /**
   * Runs.
   *
   * @param spec the stage's command, which names it
   * @param once whether no task may run twice at a time
   */
  static int stage(CommandSpec spec, JobRequest request, boolean once, Stage stage)
      throws Exception {
    if (!SparkHome.onClassPath()) {
      SparkHome home = SparkHome.find(System.getenv(), System.getProperty("tonearm.launcher", ""));
      return new DriverProcess(home, ClusterMain.class.getName(), request.master(), request.spark())
          .run(arguments(spec));
    }
    try (Cluster cluster = open(spec, request, once)) {
      return stage.on(cluster);
    }
  }

  private static Cluster open(CommandSpec spec, JobRequest request, boolean once) throws Exception {
    return new Cluster(request, spec.name(), once, System.err);
  }

  /** Tells counts, and by its code whether this very stage failed at something. */
  static int told(Counts counts, long failed, boolean json) {
    System.out.println(json ? counts.json() : counts.text());
    return failed == 0 ? printed() : 1;
  }

  /**
   * 0, or 1 if what was printed did not get into the file where it was to go, which a stream keeps
   * to itself. A reader that went away, as {@code head} does, wants no more.
   */
  static int printed() {
    if (!System.out.checkError() || StandardOutput.readByProgram()) {
      return 0;
    }
    System.err.println("The output could not be written in full: is the disk full?");
    System.err.println("  Make room, and run the same command again.");
    return 1;
  }

  /** From the stage's name on. */
  private static List<String> arguments(CommandSpec spec) {
    List<String> all = spec.root().commandLine().getParseResult().originalArgs();
    int cluster = all.indexOf("cluster");
    return all.subList(cluster + 1, all.size());
  }
}
