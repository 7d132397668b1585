package org.tonearm.spark.write;

import static org.apache.spark.sql.functions.col;

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
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.Bucket;
import org.tonearm.spark.store.ConditionalPutProbe;
import org.tonearm.spark.store.ProbeResult;
import scala.Tuple2;

/** The stages that write: each recording at most once, whatever becomes of tasks. */
public final class Writing {
  private static final int MOST_TASKS = 4_096;

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
   * @param unversioned whether objects may be replaced whose bucket keeps no versions
   */
  public void apply(Dataset<Row> plan, String planRun, boolean unversioned) throws IOException {
    JournalFolder journal = JournalFolder.prepare(stores(), output.uri(), plan.count());
    boolean replace = replaceable(plan, unversioned);
    WriteTask task = new WriteTask(output.uri(), planRun, replace);
    Broadcast<JobSettings> sent = settings;
    int buckets = journal.buckets();
    JavaRDD<Row> outcomes =
        plan.javaRDD()
            .mapToPair(row -> new Tuple2<>(Bucket.of(row.getAs("uri"), buckets), row))
            .repartitionAndSortWithinPartitions(new HashPartitioner(tasks(buckets)))
            .values()
            .mapPartitions(rows -> task.apply(rows, sent.value()));
    keep(outcomes, "applied");
    compact();
  }

  /**
   * Takes back what stands.
   *
   * @param below folders and files to which it is limited; empty for all
   */
  public void undo(List<String> below) throws IOException {
    int buckets = JournalFolder.open(stores(), output.uri()).buckets();
    // What was replaced once may be replaced again: the entity tag guards it.
    WriteTask task = new WriteTask(output.uri(), "undo-" + Output.newRun(), true);
    Broadcast<JobSettings> sent = settings;
    List<String> limits = List.copyOf(below);
    keep(
        buckets(buckets)
            .mapPartitions(share -> task.undo(share, new ArrayList<>(limits), sent.value())),
        "taken-back");
    compact();
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
        .parquet(output.table("written", Output.newRun()));
  }

  private void keep(JavaRDD<Row> outcomes, String table) {
    spark
        .createDataFrame(outcomes, WriteRows.OUTCOME)
        .write()
        .parquet(output.table(table, Output.newRun()));
  }

  private boolean replaceable(Dataset<Row> plan, boolean unversioned) throws IOException {
    List<Row> buckets =
        plan.where(col("uri").startsWith("s3a://"))
            .selectExpr("substring_index(uri, '/', 3) AS place")
            .distinct()
            .collectAsList();
    boolean replace = true;
    for (Row bucket : buckets) {
      ProbeResult probe = new ConditionalPutProbe(stores()).check(bucket.getString(0));
      boolean may = probe.refused() && (probe.versioned() || unversioned);
      told.accept(
          probe.told()
              + (may
                  ? ""
                  : probe.refused()
                      ? ". So recordings there get sidecars; with --allow-unversioned they are"
                          + " replaced."
                      : ". So recordings there get sidecars."));
      replace &= may;
    }
    return replace;
  }

  private JavaRDD<Integer> buckets(int count) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(IntStream.range(0, count).boxed().toList(), tasks(count));
  }

  private static int tasks(int buckets) {
    return Math.min(buckets, MOST_TASKS);
  }

  private AudioStores stores() {
    return new AudioStores(settings.value().hadoop());
  }
}
