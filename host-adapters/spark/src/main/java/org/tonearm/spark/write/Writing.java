package org.tonearm.spark.write;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.Bucket;
import scala.Tuple2;

/** The stages that write: each recording at most once, whatever becomes of tasks. */
public final class Writing {
  private static final int MOST_TASKS = 4_096;

  /** The number of buckets stays: an output that begins with a small folder may grow. */
  private static final long LEAST_EXPECTED = 256_000;

  /** Buckets of a task that reads journals, where there are tasks enough for all cores. */
  private static final int SHARE = 8;

  private final SparkSession spark;
  private final Output output;
  private final Broadcast<JobSettings> settings;
  private final Consumer<String> told;

  /**
   * @param told what a storage can't do, in sentences
   */
  public Writing(
      SparkSession spark, Output output, Broadcast<JobSettings> settings, Consumer<String> told) {
    this.spark = spark;
    this.output = output;
    this.settings = settings;
    this.told = told;
  }

  /**
   * Applies a plan.
   *
   * @param plan rows of it
   * @param planRun its run, by which the writes are known
   * @param recordings how many the archive has, of which the plan may be a small part
   */
  public WriteResult apply(Dataset<Row> plan, String planRun, long recordings, Allowed allowed)
      throws IOException, ConfigurationException {
    long expected = Math.max(recordings, LEAST_EXPECTED);
    JournalFolder journal = JournalFolder.prepare(stores(), output.uri(), expected);
    boolean replace = new Storages(stores(), output.uri(), told).replaceable(plan, allowed);
    WriteTask task = new WriteTask(output.uri(), planRun, replace, allowed.attributeLoss());
    Broadcast<JobSettings> sent = settings;
    int buckets = journal.buckets();
    int tasks = tasks(buckets, Bucket.count(plan.count()), 1);
    JavaRDD<Row> outcomes =
        plan.javaRDD()
            .mapToPair(row -> new Tuple2<>(Bucket.of(row.getAs("uri"), buckets), row))
            .repartitionAndSortWithinPartitions(new HashPartitioner(tasks))
            .values()
            .mapPartitions(rows -> task.apply(rows, sent.value()));
    WriteResult result = keep(outcomes, "applied");
    compact();
    return result;
  }

  /**
   * Takes back what stands.
   *
   * @param below folders and files to which it is limited; empty for all
   */
  public WriteResult undo(List<String> below, Allowed allowed) throws IOException {
    int buckets = JournalFolder.open(stores(), output.uri()).buckets();
    // What was replaced once may be replaced again: the entity tag guards it.
    WriteTask task =
        new WriteTask(
            output.uri(), "undo-" + output.newRun("taken-back"), true, allowed.attributeLoss());
    Broadcast<JobSettings> sent = settings;
    List<String> limits = List.copyOf(below);
    WriteResult result =
        keep(
            buckets(buckets)
                .mapPartitions(share -> task.undo(share, new ArrayList<>(limits), sent.value())),
            "taken-back");
    compact();
    return result;
  }

  /** How many recordings were written and taken back. */
  public Tally tally(List<String> below) throws IOException {
    int buckets;
    try {
      buckets = JournalFolder.open(stores(), output.uri()).buckets();
    } catch (FileNotFoundException e) {
      return Tally.NONE;
    }
    String uri = output.uri();
    Broadcast<JobSettings> sent = settings;
    ArrayList<String> limits = new ArrayList<>(below);
    return buckets(buckets)
        .map(
            bucket ->
                Tally.of(
                    JournalFolder.open(new AudioStores(sent.value().hadoop()), uri).rows(bucket),
                    limits))
        .fold(Tally.NONE, Tally::and);
  }

  /** The journals become a table that can be asked in SQL. */
  private void compact() throws IOException {
    int buckets = JournalFolder.open(stores(), output.uri()).buckets();
    String uri = output.uri();
    Broadcast<JobSettings> sent = settings;
    JavaRDD<Row> rows =
        buckets(buckets)
            .flatMap(
                bucket -> {
                  List<Row> all = new ArrayList<>();
                  JournalFolder.open(new AudioStores(sent.value().hadoop()), uri)
                      .rows(bucket)
                      .forEachRemaining(row -> all.add(WriteRows.of(row)));
                  return all.iterator();
                });
    spark
        .createDataFrame(rows, WriteRows.JOURNAL)
        .write()
        .parquet(output.table("written", output.newRun("written")));
  }

  private WriteResult keep(JavaRDD<Row> outcomes, String table) throws IOException {
    String place = output.table(table, output.newRun(table));
    spark.createDataFrame(outcomes, WriteRows.OUTCOME).write().parquet(place);
    return WriteResult.of(spark.read().schema(WriteRows.OUTCOME).parquet(place));
  }

  private JavaRDD<Integer> buckets(int count) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(IntStream.range(0, count).boxed().toList(), tasks(count, count / SHARE, 4));
  }

  /** Enough for the work and for all cores; most buckets of a small archive are empty. */
  private int tasks(int buckets, int work, int eachCore) {
    int cores = spark.sparkContext().defaultParallelism();
    return Math.min(Math.min(buckets, MOST_TASKS), Math.max(work, eachCore * cores));
  }

  private AudioStores stores() {
    return new AudioStores(settings.value().hadoop());
  }
}
