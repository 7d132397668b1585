package org.tonearm.spark.job;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.tonearm.spark.home.DriverProcess;

/** Opens a session of Spark as Tonearm wants it; what the user set otherwise stays. */
final class Session {
  private static final Map<String, String> WANTED =
      Map.of(
          // Whole recordings run beside each other: a thread of their own is all that natives get.
          "spark.executorEnv.OMP_NUM_THREADS", "1",
          "spark.executorEnv.OPENBLAS_NUM_THREADS", "1",
          "spark.executorEnv.LC_ALL", "C.UTF-8",
          // What the driver remembers for its pages must not grow with the work.
          "spark.ui.retainedTasks", "2000",
          "spark.ui.retainedStages", "50",
          "spark.ui.retainedJobs", "50",
          "spark.sql.ui.retainedExecutions", "20",
          "spark.ui.showConsoleProgress", "false",
          "spark.sql.parquet.compression.codec", "zstd");

  private static final String EXECUTOR_OPTIONS =
      "-Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -Djava.awt.headless=true"
          + " -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dorg.bytedeco.javacpp.logger=slf4j";

  private Session() {}

  /**
   * Opens it, or takes the one of {@code spark-submit}.
   *
   * @param once whether no task may run twice at a time
   */
  static SparkSession open(JobRequest request, String stage, boolean once) {
    SparkConf conf = new SparkConf().setAppName("Tonearm " + stage);
    if (!request.master().isEmpty()) {
      conf.setMaster(request.master());
    }
    request.spark().forEach(conf::set);
    WANTED.forEach(conf::setIfMissing);
    String options = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", (EXECUTOR_OPTIONS + " " + options).strip());
    String jars = System.getProperty(DriverProcess.JARS, "");
    if (!jars.isEmpty() && !request.master().matches("local(\\[.*)?")) {
      conf.setIfMissing("spark.jars", jars);
    }
    if (once) {
      conf.set("spark.speculation", "false");
    }
    return SparkSession.builder().config(conf).getOrCreate();
  }

  /** Settings of Hadoop that differ from those which every process of this cluster has. */
  static Map<String, String> hadoop(SparkSession spark) {
    Configuration usual = new Configuration();
    Map<String, String> own = new HashMap<>();
    for (Map.Entry<String, String> entry : spark.sparkContext().hadoopConfiguration()) {
      String plain = usual.getRaw(entry.getKey());
      if (!entry.getValue().equals(plain)) {
        own.put(entry.getKey(), entry.getValue());
      }
    }
    return own;
  }
}
