package org.tonearm.spark.plan;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;

/** Leaves the table {@code plan}: what would be written. No recording is touched. */
public final class Plan {
  private static final List<String> NEEDED =
      List.of(
          "uri",
          "size",
          "modified",
          "version",
          "fingerprint",
          "complete",
          "genre",
          "mood",
          "tags",
          "tag_format",
          "model");

  private final Output output;
  private final Broadcast<JobSettings> settings;

  /** Takes its collaborators. */
  public Plan(Output output, Broadcast<JobSettings> settings) {
    this.output = output;
    this.settings = settings;
  }

  /**
   * Plans.
   *
   * @param scores of the models
   * @param inputs rows of recordings
   * @param senses by the task's word
   * @param forcePartial whether recordings that break off are planned too
   * @param run name of this run
   */
  public void run(
      Scores scores,
      Dataset<Row> inputs,
      Map<String, TaskSense> senses,
      boolean forcePartial,
      String run)
      throws IOException {
    Broadcast<JobSettings> sent = settings;
    TreeMap<String, TaskSense> known = new TreeMap<>(senses);
    MapPartitionsFunction<Row, Row> planning =
        rows -> planned(rows, new RowPlanner(sent.value(), known, forcePartial));
    scores
        .asTheyStand(inputs)
        .where(col("status").equalTo("scored").and(col("tags").isNotNull()))
        .select(NEEDED.stream().map(name -> col(name)).toArray(Column[]::new))
        .mapPartitions(planning, Encoders.row(Tables.PLAN))
        .write()
        .parquet(output.table("plan", run));
  }

  /** The plan of a run. */
  public static Dataset<Row> read(SparkSession spark, Output output, String run) {
    return spark.read().schema(Tables.PLAN).parquet(output.table("plan", run));
  }

  private static Iterator<Row> planned(Iterator<Row> scores, RowPlanner planner) {
    return new Iterator<>() {
      private final List<Row> next = new ArrayList<>(1);

      @Override
      public boolean hasNext() {
        while (next.isEmpty() && scores.hasNext()) {
          Optional<Row> row = planner.plan(scores.next());
          row.ifPresent(next::add);
        }
        return !next.isEmpty();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new java.util.NoSuchElementException();
        }
        return next.remove(0);
      }
    };
  }
}
