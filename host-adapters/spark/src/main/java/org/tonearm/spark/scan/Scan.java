package org.tonearm.spark.scan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.Listed;
import org.tonearm.spark.store.StoredFile;

/** Lists recordings on the executors and leaves the table {@code inputs}. */
public final class Scan {
  /** Which rows of the table {@code inputs} are places that could not be listed. */
  public static final String UNLISTED = "problem is not null and size = " + Listing.UNLISTED;

  private static final int PLACES_A_CORE = 16;

  private final SparkSession spark;
  private final Output output;
  private final Broadcast<JobSettings> settings;
  private final Excerpts excerpts;

  /**
   * @param excerpts which parts will be heard: all tasks are to have as much to do
   */
  public Scan(
      SparkSession spark, Output output, Broadcast<JobSettings> settings, Excerpts excerpts) {
    this.spark = spark;
    this.output = output;
    this.settings = settings;
    this.excerpts = excerpts;
  }

  /**
   * Lists.
   *
   * @param inputs addresses of folders and files
   * @param run name of the run
   * @throws ConfigurationException {@code cluster-input} if an address leads nowhere
   */
  public void run(List<String> inputs, String run) throws ConfigurationException {
    AudioStores stores = new AudioStores(settings.value().hadoop());
    List<Row> named = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    for (String input : inputs) {
      sort(stores, input, named, folders);
    }
    int cores = Math.max(1, spark.sparkContext().defaultParallelism());
    List<Place> places = new Frontier(stores, cores * PLACES_A_CORE).of(folders);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<JobSettings> sent = settings;
    int parts = excerpts.count();
    List<Row> rows = List.copyOf(named);
    Dataset<Row> listed =
        spark.createDataFrame(
            context
                .parallelize(places, Math.max(1, Math.min(places.size(), cores * PLACES_A_CORE)))
                .mapPartitions(
                    share ->
                        new Listing(
                            new AudioStores(sent.value().hadoop()), new Excerpts(parts), share)),
            Tables.INPUTS);
    // A recording named twice, by itself and by a folder, or by two folders, is one recording.
    Dataset<Row> all =
        rows.isEmpty() ? listed : listed.union(spark.createDataFrame(rows, Tables.INPUTS));
    (inputs.size() == 1 ? all : all.dropDuplicates("uri"))
        .write()
        .parquet(output.table("inputs", run));
  }

  private void sort(AudioStores stores, String input, List<Row> files, List<String> folders)
      throws ConfigurationException {
    try {
      StoredFile file = stores.of(input).status(input);
      files.add(Listing.row(file, excerpts));
    } catch (FileNotFoundException e) {
      try {
        demandFolder(stores.of(input).list(input));
        folders.add(input);
      } catch (IOException | RuntimeException none) {
        throw lost(input, none);
      }
    } catch (IOException | RuntimeException e) {
      throw lost(input, e);
    }
  }

  /** The first entry is enough to see that it is a folder that can be listed. */
  private static void demandFolder(Iterator<Listed> entries) {
    if (entries.hasNext()) {
      entries.next();
    }
  }

  private static ConfigurationException lost(String input, Exception e) {
    return new ConfigurationException(
        "cluster-input",
        input + ": no such file or folder, or it can't be listed: " + e.getMessage(),
        "Check the address, and that the driver and every executor can reach it.",
        e);
  }
}
