package org.tonearm.spark.schema;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * What the journals, as a table, tell of recordings since they were heard. A write that fits into
 * padding, with the time of the file kept, changes neither size nor time: the row of its scores is
 * still found, and tells of tags that are not there any more.
 *
 * @param spark the session
 * @param output where the tables lie
 */
record SinceHeard(SparkSession spark, Output output) {
  private static final StructType NEEDED =
      new StructType()
          .add("uri", StringType)
          .add("kind", StringType)
          .add("state", StringType)
          .add("code", StringType)
          .add("size_after", LongType)
          .add("before", createArrayType(Tables.FIELD, false))
          .add("after", createArrayType(Tables.FIELD, false))
          .add("at", StringType);

  /** A note's time as the name of a run begins, to the second. */
  private static final String AT = "translate(substring(at, 1, 19), '-:', '')";

  private static final String HEARD = "substring(run, 1, 15)";

  /** Rows of scores without those that an apply found to be of other tags, or of another file. */
  Dataset<Row> stillTrue(Dataset<Row> scores) throws IOException {
    Optional<Dataset<Row>> journal = journal();
    if (journal.isEmpty()) {
      return scores;
    }
    Dataset<Row> leftAlone =
        journal
            .get()
            .where("kind = 'apply' and state = 'skipped' and code = 'changed-since-plan'")
            .groupBy("uri")
            .agg(max(expr(AT)).as("left_alone"));
    return scores
        .join(leftAlone, new String[] {"uri"}, "left")
        .where("left_alone is null or left_alone < " + HEARD)
        .drop("left_alone");
  }

  /** Rows of scores with the tags as they were written or taken back since. */
  Dataset<Row> withTags(Dataset<Row> scores) throws IOException {
    Optional<Dataset<Row>> journal = journal();
    if (journal.isEmpty()) {
      return scores;
    }
    // The address stands at its place among the columns; a join on its name would move it.
    return scores
        .join(fields(journal.get()), col("uri").equalTo(col("of")), "left")
        .withColumn("since", expr("filter(since, s -> s.at >= " + HEARD + ")"))
        .withColumn(
            "tags",
            expr(
                "case when tags is null or since is null then tags else filter(concat("
                    + "filter(tags, t -> not exists(since, s -> s.field = t.field)),"
                    + "transform(since, s -> named_struct('field', s.field, 'values', s.values))"
                    + "), t -> size(t.values) > 0) end"))
        .drop("since", "of");
  }

  /** The newest value of each field that is not in a sidecar: {@code of}, {@code since}. */
  private static Dataset<Row> fields(Dataset<Row> journal) {
    return journal
        .where("kind in ('apply', 'undo') and state in ('written', 'undone') and size_after > 0")
        .selectExpr(
            "uri as of",
            "at as noted",
            AT + " as at",
            "explode(if(kind = 'apply' and state = 'undone', before, after)) as tag")
        .withColumn(
            "newest",
            row_number().over(Window.partitionBy("of", "tag.field").orderBy(col("noted").desc())))
        .where(col("newest").equalTo(lit(1)))
        .groupBy("of")
        .agg(collect_list(struct(col("tag.field"), col("tag.values"), col("at"))).as("since"));
  }

  private Optional<Dataset<Row>> journal() throws IOException {
    return output
        .find("written")
        .map(run -> spark.read().schema(NEEDED).parquet(output.table("written", run)));
  }
}
