package org.tonearm.spark.job;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tonearm.api.ConfigurationException;
import org.tonearm.spark.scan.Scan;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioUri;

/**
 * What scans found: the table {@code inputs}.
 *
 * @param spark the session
 * @param output where the tables lie
 * @param below folders and files to which the job is limited, as addresses; empty for all
 */
record Recordings(SparkSession spark, Output output, List<String> below) {
  private static final String FIRST = "Run 'tonearm cluster analyze' with this --output first.";
  private static final int TOLD_PROBLEMS = 20;

  /** All that the newest scan found. */
  Dataset<Row> all() throws ConfigurationException, IOException {
    return table(output.newest("inputs", FIRST)).where("problem is null");
  }

  /** Those of them that the job is about. */
  Dataset<Row> chosen() throws ConfigurationException, IOException {
    return chosen(all());
  }

  /** Rows of any table with a column {@code uri} that the job is about. */
  Dataset<Row> chosen(Dataset<Row> rows) {
    Optional<Column> limit =
        below.stream()
            .map(uri -> col("uri").equalTo(uri).or(col("uri").startsWith(AudioUri.below(uri))))
            .reduce(Column::or);
    return limit.map(rows::where).orElse(rows);
  }

  /** Tells what a scan could not list, each reason once. */
  void tellProblems(String run, PrintStream err) {
    Dataset<Row> problems = table(run).where("problem is not null").dropDuplicates("problem");
    List<Row> some = problems.limit(TOLD_PROBLEMS).collectAsList();
    some.forEach(row -> err.println("Passed over: " + row.<String>getAs("problem")));
    if (some.size() == TOLD_PROBLEMS) {
      err.println(
          "Passed over: " + problems.count() + " places in all; the table inputs has them.");
    }
  }

  /** How many places a scan could not list: what lies there is missing. */
  long unlisted(String run) {
    return table(run).where(Scan.UNLISTED).count();
  }

  private Dataset<Row> table(String run) {
    return spark.read().schema(Tables.INPUTS).parquet(output.table("inputs", run));
  }
}
