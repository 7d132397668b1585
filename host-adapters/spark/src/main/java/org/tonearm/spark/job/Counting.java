package org.tonearm.spark.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.plan.Plan;
import org.tonearm.spark.report.Counts;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.write.Tally;
import org.tonearm.spark.write.Writing;

/**
 * Counts rows on the cluster.
 *
 * @param inputs the recordings that count
 * @param settings what executors know
 * @param below folders and files to which the journals are limited; empty for all
 * @param told what the numbers do not say, in sentences
 */
record Counting(
    SparkSession spark,
    Output output,
    Scores scores,
    Dataset<Row> inputs,
    Broadcast<JobSettings> settings,
    List<String> below,
    Consumer<String> told) {

  Counts counts() throws IOException {
    Map<String, Long> status = by(scores.of(inputs), "status");
    Optional<String> plan = output.find("plan");
    long planned =
        plan.isEmpty()
            ? 0
            : Plan.read(spark, output, plan.get())
                .join(inputs.select("uri"), new String[] {"uri"}, "left_semi")
                .count();
    Tally tally = new Writing(spark, output, settings, told).tally(below);
    if (!tally.told().isEmpty()) {
      told.accept(tally.told());
    }
    return new Counts(
        inputs.count(),
        status.getOrDefault("scored", 0L),
        status.getOrDefault("failed", 0L),
        status.getOrDefault("skipped", 0L),
        planned,
        tally.written(),
        tally.undone());
  }

  /** Recordings with more than one row of one run. */
  long doubled() throws IOException {
    return scores
        .all()
        .join(
            inputs.select("bucket", "uri", "size", "modified", "version"),
            new String[] {"bucket", "uri", "size", "modified", "version"},
            "left_semi")
        .groupBy("bucket", "uri", "run")
        .agg(count(lit(1)).as("rows"))
        .where(col("rows").gt(1))
        .count();
  }

  private static Map<String, Long> by(Dataset<Row> rows, String column) {
    Map<String, Long> counts = new HashMap<>();
    rows.groupBy(column)
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
