package org.tonearm.spark.analyze;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;

/**
 * Hears what was not heard yet, in waves: each is one job, and its rows appear when it ends. A run
 * that is killed loses the tasks under way, and nothing of those before them. Nobody else may hear
 * into the same output meanwhile, for which there is a {@link Turn}.
 */
public final class Analyze {
  /** Parquet files of one run are kept below this, so that the driver can list them. */
  private static final long MOST_TASKS = 65_536;

  private static final int MOST_WAVES = 256;

  private final SparkSession spark;
  private final Output output;
  private final Broadcast<JobSettings> settings;
  private final Hearer hearer;
  private final Consumer<String> progress;

  /** Makes rows of scores from rows of inputs, on an executor. */
  @FunctionalInterface
  public interface Hearer extends java.io.Serializable {
    /** Rows of {@link Tables#SCORES} from rows of {@link Tables#INPUTS}, one for each. */
    java.util.Iterator<Row> hear(
        java.util.Iterator<Row> inputs, JobSettings settings, String model, String run)
        throws Exception;
  }

  /** With the engine. */
  public Analyze(
      SparkSession spark,
      Output output,
      Broadcast<JobSettings> settings,
      Consumer<String> progress) {
    this(spark, output, settings, Analyze::byEngine, progress);
  }

  /**
   * @param hearer hears on executors
   * @param progress told in sentences how far it is
   */
  public Analyze(
      SparkSession spark,
      Output output,
      Broadcast<JobSettings> settings,
      Hearer hearer,
      Consumer<String> progress) {
    this.spark = spark;
    this.output = output;
    this.settings = settings;
    this.hearer = hearer;
    this.progress = progress;
  }

  private static java.util.Iterator<Row> byEngine(
      java.util.Iterator<Row> inputs, JobSettings settings, String model, String run)
      throws Exception {
    return Hearing.of(inputs, settings, model, run, TaskPlace.here());
  }

  /**
   * Hears.
   *
   * @param run name of this run, whose inputs are there
   * @param model name of the models
   * @param size how much a task and a wave take
   * @param turn of this run
   * @throws ConfigurationException {@code cluster-busy} if another run took the turn meanwhile
   */
  public void run(String run, String model, WaveSize size, Turn turn)
      throws IOException, ConfigurationException {
    turn.demand();
    int rescued = new LeftOvers(output.hadoop(), output.scores()).rescue();
    if (rescued > 0) {
      progress.accept("Taken over from a run that was killed: the rows of " + rescued + " tasks");
    }
    output.remove("work");
    progress.accept("Looking for what was not heard yet …");
    Scores scores = new Scores(spark, output, model);
    Dataset<Row> inputs =
        spark
            .read()
            .schema(Tables.INPUTS)
            .parquet(output.table("inputs", run))
            .where("problem is null");
    Dataset<Row> pending = output.stored(scores.without(inputs), "work/pending=" + run);
    long kept = new Retagged(spark, output, settings).takeOver(scores, pending, run, size);
    if (kept > 0) {
      progress.accept("Of " + kept + " recordings only the tags changed; their scores stay");
      pending = output.stored(scores.without(pending), "work/left=" + run);
    }
    double seconds = Math.max(size.taskSeconds(), seconds(inputs) / MOST_TASKS);
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    double wanted = Math.ceil(seconds(pending) / (seconds * cores * size.tasks()));
    int waves = (int) Math.max(1, Math.min(MOST_WAVES, wanted));
    String work = "work/run=" + run;
    pending
        .withColumn("wave", pmod(xxhash64(col("uri")), lit((long) waves)).cast("int"))
        .repartition(waves, col("wave"))
        .write()
        .partitionBy("wave")
        .parquet(output.path(work));
    for (int wave = 0; wave < waves; wave++) {
      turn.demand();
      if (!output.has(work + "/_SUCCESS")) {
        throw new IOException(output.path(work) + " was removed by somebody else");
      }
      String place = work + "/wave=" + wave;
      if (output.has(place)) {
        progress.accept("Hearing: part " + (wave + 1) + " of " + waves + " …");
        hear(spark.read().schema(Tables.INPUTS).parquet(output.path(place)), model, run, seconds);
      }
    }
    output.remove("work");
  }

  private static double seconds(Dataset<Row> recordings) {
    return recordings.agg(coalesce(sum("seconds"), lit(0.0))).collectAsList().get(0).getDouble(0);
  }

  private void hear(Dataset<Row> recordings, String model, String run, double seconds) {
    Broadcast<JobSettings> sent = settings;
    Hearer by = hearer;
    spark
        .createDataFrame(
            new Shares(seconds)
                .of(recordings)
                .mapPartitions(share -> by.hear(share, sent.value(), model, run)),
            Tables.SCORES)
        .write()
        .mode(SaveMode.Append)
        .partitionBy("model", "bucket")
        .parquet(output.scores());
  }
}
