package org.tonearm.spark.analyze;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;

/**
 * Takes over the scores of recordings whose tags alone changed since they were heard: a task reads
 * tags and the hash of the audio, and nobody listens. What can't be read so is left to be heard.
 */
final class Retagged {
  /** As many times more audio a task than where it is heard. */
  private static final int FASTER = 20;

  /** As many narrow rows are sent to all executors rather than all wide ones exchanged. */
  private static final long FEW = 50_000;

  /** Columns that tell of the file as it is now; the others tell what was heard. */
  private static final List<String> NEW =
      List.of("size", "modified", "version", "tags", "tag_format", "cpu_seconds");

  private final SparkSession spark;
  private final Output output;
  private final Broadcast<JobSettings> settings;

  Retagged(SparkSession spark, Output output, Broadcast<JobSettings> settings) {
    this.spark = spark;
    this.output = output;
    this.settings = settings;
  }

  /**
   * Takes over.
   *
   * @param pending recordings that were not heard as they are now
   * @param run name of this run
   * @param size how much a task hears
   * @return how many rows were added
   */
  long takeOver(Scores scores, Dataset<Row> pending, String run, WaveSize size) throws IOException {
    String changed = "work/changed=" + run;
    Dataset<Row> candidates = output.stored(scores.changed(pending), changed);
    if (candidates.isEmpty()) {
      output.remove(changed);
      return 0;
    }
    String same = "work/same=" + run;
    Broadcast<JobSettings> sent = settings;
    Dataset<Row> found =
        output.stored(
            spark.createDataFrame(
                new Shares(size.taskSeconds() * FASTER)
                    .of(candidates)
                    .mapPartitions(share -> TagReading.of(share, sent.value(), TaskPlace.here())),
                Tables.RETAGGED),
            same);
    long count = found.count();
    if (count > 0) {
      add(scores, count > FEW ? found : broadcast(found), run);
    }
    output.remove(changed);
    output.remove(same);
    return count;
  }

  private void add(Scores scores, Dataset<Row> found, String run) throws IOException {
    Dataset<Row> scored = scores.whole().alias("scored");
    Dataset<Row> now = found.alias("now");
    List<Column> columns = new ArrayList<>();
    for (String name : Tables.SCORES.fieldNames()) {
      columns.add(value(name, run).as(name));
    }
    scored
        .join(
            now,
            col("scored.bucket")
                .equalTo(col("now.bucket"))
                .and(col("scored.uri").equalTo(col("now.uri")))
                .and(col("scored.run").equalTo(col("now.scored_run"))))
        .select(columns.toArray(Column[]::new))
        .dropDuplicates(new String[] {"bucket", "uri"})
        .hint("rebalance", col("bucket"))
        .write()
        .mode(SaveMode.Append)
        .partitionBy("model", "bucket")
        .parquet(output.scores());
  }

  private static Column value(String name, String run) {
    return switch (name) {
      case "schema" -> lit(Tables.VERSION);
      case "run" -> lit(run);
      case "heard_run" -> coalesce(col("scored.heard_run"), col("scored.run"));
      case "tag_error" -> lit(null).cast(Tables.PROBLEM);
      default -> col((NEW.contains(name) ? "now." : "scored.") + name);
    };
  }
}
