package org.tonearm.spark.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.spark.analyze.Analyze;
import org.tonearm.spark.analyze.Turn;
import org.tonearm.spark.analyze.WaveSize;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.job.LocalSpark;
import org.tonearm.spark.plan.Plan;
import org.tonearm.spark.plan.TaskSense;
import org.tonearm.spark.scan.Scan;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioUri;

/**
 * The driver's memory, and the CPU time of all but listening: made-up rows go through scan, analyze
 * (by a stand-in that hears nothing) and plan. Executors are processes of their own; {@code
 * SPARK_HOME} is needed.
 *
 * <p>{@code DriverBench ROWS MASTER [KEY=VALUE...]} prints a line a stage: rows, stage, seconds,
 * MiB of the driver's heap that are in use after a collection, and the most that was seen.
 */
public final class DriverBench {
  private static final String MODEL = "stub-1";

  /**
   * Longer tasks than usual: a stand-in takes no time, so that only starting them would be seen.
   */
  private static final double SECONDS_A_TASK = 64 * 1_800;

  private DriverBench() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[0]);
    SparkSession.Builder builder =
        SparkSession.builder()
            .master(arguments[1])
            .appName("driver")
            .config("spark.ui.enabled", "false")
            .config("spark.hadoop.fs.made.impl", MadeUpArchive.class.getName());
    for (int i = 2; i < arguments.length; i++) {
      int sign = arguments[i].indexOf('=');
      builder.config(arguments[i].substring(0, sign), arguments[i].substring(sign + 1));
    }
    Path folder = Files.createTempDirectory("tonearm-driver-bench");
    try (SparkSession spark = builder.getOrCreate()) {
      run(spark, rows, folder);
    }
  }

  private static void run(SparkSession spark, int rows, Path folder) throws Exception {
    Broadcast<JobSettings> settings =
        LocalSpark.settings(spark, "", Map.of("fs.made.impl", MadeUpArchive.class.getName()));
    Output output = new Output(AudioUri.of(folder), spark.sparkContext().hadoopConfiguration());
    String run = output.newRun("inputs");
    long begun = told(rows, "start", System.nanoTime());
    new Scan(spark, output, settings, Excerpts.WHOLE).run(List.of("made://archive/" + rows), run);
    begun = told(rows, "scan", begun);
    try (Turn turn = Turn.take(output, run)) {
      new Analyze(spark, output, settings, StubHearing::hear, line -> {})
          .run(run, MODEL, new WaveSize(SECONDS_A_TASK, WaveSize.USUAL.tasks()), turn);
    }
    begun = told(rows, "analyze (no listening)", begun);
    Scores scores = new Scores(spark, output, MODEL);
    var inputs = spark.read().schema(Tables.INPUTS).parquet(output.table("inputs", run));
    Map<String, TaskSense> senses =
        Map.of("genre", new TaskSense(0.3, Map.of(), Map.of("rock", "Rock")));
    new Plan(output, settings).run(scores, inputs, senses, false, run);
    begun = told(rows, "plan", begun);
    long planned = Plan.read(spark, output, run).count();
    told(rows, "count: " + planned + " planned", begun);
  }

  private static long told(int rows, String stage, long begun) throws InterruptedException {
    double seconds = (System.nanoTime() - begun) / 1e9;
    long most =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.gc();
    Thread.sleep(500);
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "%,9d  %-28s %7.1f s  %6.1f MiB in use  %6.1f MiB old at most%n",
        rows,
        stage,
        seconds,
        used / 1048576.0,
        most / 1048576.0);
    return System.nanoTime();
  }
}
