package org.tonearm.spark.job;

import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.tonearm.spark.engine.JobSettings;

/** A session on the threads of this process, for tests of single stages. */
public final class LocalSpark {
  private LocalSpark() {}

  /** Opens it, or skips the tests where Spark does not run on this Java. */
  public static SparkSession open(int threads) {
    TestHome.demandJava();
    return SparkSession.builder()
        .master("local[" + threads + "]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", Integer.toString(threads))
        .getOrCreate();
  }

  /** Stops a session; null, where none could be opened, does nothing. */
  public static void stop(SparkSession spark) {
    if (spark != null) {
      spark.stop();
    }
  }

  /** Settings of a job without models or options, as executors get them. */
  public static Broadcast<JobSettings> settings(
      SparkSession spark, String toml, Map<String, String> hadoop) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .broadcast(new JobSettings(toml, Map.of(), Map.of(), hadoop, "test"));
  }
}
