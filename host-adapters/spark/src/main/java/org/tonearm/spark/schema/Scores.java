package org.tonearm.spark.schema;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.row_number;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * The table {@code scores} of one set of models.
 *
 * @param spark the session
 * @param output where it lies
 * @param model name of the models
 */
public record Scores(SparkSession spark, Output output, String model) {
  /** What makes a row one of this very state of a recording. */
  private static final List<String> KEY = List.of("bucket", "uri", "size", "modified", "version");

  /** Reasons that may have passed when a recording is heard again. */
  private static final Object[] PASSING = {
    "io",
    "missing",
    "unreadable",
    "no-natives",
    "out-of-memory",
    "decoder-unavailable",
    "decoder-timeout"
  };

  /** The same of tags, which may be all that could not be read. */
  private static final Object[] PASSING_OF_TAGS = {"io", "missing", "unreadable"};

  /** All rows; none if nothing was heard yet. */
  public Dataset<Row> all() throws IOException {
    if (!output.has("scores")) {
      return spark.createDataFrame(List.of(), Tables.SCORES);
    }
    return spark
        .read()
        .schema(Tables.SCORES)
        .parquet(output.scores())
        .where(col("model").equalTo(model));
  }

  /** Recordings that were not heard yet as they are now, or may be heard this time. */
  public Dataset<Row> without(Dataset<Row> inputs) throws IOException {
    Column passing = code("error").isin(PASSING).or(code("tag_error").isin(PASSING_OF_TAGS));
    Dataset<Row> done =
        new SinceHeard(spark, output)
            .stillTrue(all().where(passing.equalTo(false)))
            .select(KEY.stream().map(name -> col(name)).toArray(Column[]::new));
    return inputs.join(done, names(), "left_anti").select(columns(inputs.columns()));
  }

  /**
   * Of recordings that were not heard as they are now, those that were heard whole at their address
   * before, as another file: with {@code scored_fingerprint} and {@code scored_run} of the newest
   * such row. All by narrow columns, since this looks at every row of the table.
   */
  public Dataset<Row> changed(Dataset<Row> pending) throws IOException {
    Dataset<Row> last =
        whole()
            .where("fingerprint != ''")
            .groupBy("bucket", "uri")
            .agg(
                max_by(col("fingerprint"), col("run")).as("scored_fingerprint"),
                max("run").as("scored_run"));
    return pending
        .join(last, new String[] {"bucket", "uri"})
        .select(columns(Tables.CHANGED.fieldNames()));
  }

  /** Rows of recordings that were heard to their end. */
  public Dataset<Row> whole() throws IOException {
    return all().where("status = 'scored' and complete");
  }

  /** The newest row of each recording as it was scanned. */
  public Dataset<Row> of(Dataset<Row> inputs) throws IOException {
    Column newest =
        row_number().over(Window.partitionBy("bucket", "uri").orderBy(col("run").desc()));
    return all()
        .join(
            inputs.select(KEY.stream().map(name -> col(name)).toArray(Column[]::new)),
            names(),
            "left_semi")
        .withColumn("newest", newest)
        .where(col("newest").equalTo(1))
        .drop("newest");
  }

  /** The same, with the tags as later writes left them. */
  public Dataset<Row> asTheyStand(Dataset<Row> inputs) throws IOException {
    return new SinceHeard(spark, output).withTags(of(inputs));
  }

  private static Column code(String problem) {
    return coalesce(col(problem + ".code"), lit(""));
  }

  private static String[] names() {
    return KEY.toArray(String[]::new);
  }

  private static Column[] columns(String[] names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
