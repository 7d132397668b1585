package org.tonearm.spark.job;

import java.util.HashMap;
import java.util.List;
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
          // Cards are counted as the driver's own program counts them, which names them to Spark.
          "spark.executorEnv.CUDA_DEVICE_ORDER", "PCI_BUS_ID",
          // What the driver remembers for its pages must not grow with the work.
          "spark.ui.retainedTasks", "2000",
          "spark.ui.retainedStages", "50",
          "spark.ui.retainedJobs", "50",
          "spark.sql.ui.retainedExecutions", "20",
          "spark.ui.showConsoleProgress", "false",
          "spark.sql.parquet.compression.codec", "zstd");

  /**
   * Hadoop's mark of a table that is whole, by which stages go: a site may have switched it off.
   */
  private static final String MARK =
      "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs";

  private static final String EXECUTOR_OPTIONS =
      "-Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8 -Djava.awt.headless=true"
          + " -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 -Dorg.bytedeco.javacpp.logger=slf4j";

  /** What every jar of Hadoop brings along. */
  private static final List<String> DEFAULTS =
      List.of("core-default.xml", "hdfs-default.xml", "yarn-default.xml", "mapred-default.xml");

  private Session() {}

  /**
   * Opens it, or takes the one of {@code spark-submit}.
   *
   * @param once whether no task may run twice at a time
   */
  static SparkSession open(JobRequest request, String stage, boolean once) {
    String jars = System.getProperty(DriverProcess.JARS, "");
    return SparkSession.builder().config(conf(request, stage, once, jars)).getOrCreate();
  }

  static SparkConf conf(JobRequest request, String stage, boolean once, String jars) {
    SparkConf conf = new SparkConf().setAppName("Tonearm " + stage);
    if (!request.master().isEmpty()) {
      conf.setMaster(request.master());
    }
    request.spark().forEach(conf::set);
    WANTED.forEach(conf::setIfMissing);
    String options = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", (EXECUTOR_OPTIONS + " " + options).strip());
    if (!jars.isEmpty() && !request.master().matches("local(\\[.*)?")) {
      String given = conf.get("spark.jars", "");
      conf.set("spark.jars", given.isEmpty() ? jars : jars + "," + given);
    }
    conf.set(MARK, "true");
    if (once) {
      conf.set("spark.speculation", "false");
    }
    return conf;
  }

  /** Settings of Hadoop that executors need not have: those in files of the driver's, too. */
  static Map<String, String> hadoop(Configuration settings) {
    Configuration usual = new Configuration(false);
    DEFAULTS.forEach(usual::addResource);
    Map<String, String> own = new HashMap<>();
    for (Map.Entry<String, String> entry : settings) {
      String plain = usual.getRaw(entry.getKey());
      if (!entry.getValue().equals(plain)) {
        own.put(entry.getKey(), entry.getValue());
      }
    }
    return own;
  }
}
