package org.tonearm.spark.schema;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of the tables, documented in {@code docs/hosts/spark.md}. A change that readers would
 * notice counts the version up; columns are only ever added.
 */
public final class Tables {
  /** Version of all tables, in each row of scores and plans. */
  public static final int VERSION = 1;

  /** Parts into which scores are put by hash of the address. Part of the version. */
  public static final int BUCKETS = 64;

  private static final ArrayType TEXTS = createArrayType(StringType, false);

  /** A label and its probability. */
  public static final StructType LABEL =
      new StructType().add("label", StringType).add("score", DoubleType);

  /** What was heard below a label. */
  public static final StructType SUBGENRES =
      new StructType()
          .add("parent", StringType)
          .add("scores", createArrayType(LABEL, false))
          .add("threshold", DoubleType);

  /** What one model heard in a recording. */
  public static final StructType TASK =
      new StructType()
          .add("model", StringType)
          .add("version", StringType)
          .add("music", DoubleType)
          .add("scores", createArrayType(LABEL, false))
          .add("subgenres", createArrayType(SUBGENRES, false));

  /** One window as a model heard it: enough to vote again. */
  public static final StructType WINDOW =
      new StructType()
          .add("task", StringType)
          .add("start", DoubleType)
          .add("end", DoubleType)
          .add("music", DoubleType)
          .add("values", createArrayType(DoubleType, false))
          .add("further", createArrayType(DoubleType, false));

  /** A field of a tag. */
  public static final StructType FIELD =
      new StructType().add("field", StringType).add("values", TEXTS);

  /** Why something was not done. */
  public static final StructType PROBLEM =
      new StructType().add("code", StringType).add("message", StringType).add("remedy", StringType);

  /** What a scan found: one row a recording, and one for each place that can't be listed. */
  public static final StructType INPUTS =
      new StructType()
          .add("uri", StringType)
          .add("size", LongType)
          .add("modified", LongType)
          .add("version", StringType)
          .add("seconds", DoubleType)
          .add("bucket", IntegerType)
          .add("problem", StringType);

  /** What came of a recording; the model and the bucket are folders. */
  public static final StructType SCORES =
      new StructType()
          .add("schema", IntegerType)
          .add("uri", StringType)
          .add("size", LongType)
          .add("modified", LongType)
          .add("version", StringType)
          .add("fingerprint", StringType)
          .add("status", StringType)
          .add("format", StringType)
          .add("seconds", DoubleType)
          .add("complete", BooleanType)
          .add("warnings", TEXTS)
          .add("genre", TASK)
          .add("mood", TASK)
          .add("windows", createArrayType(WINDOW, false))
          .add("tags", createArrayType(FIELD, false))
          .add("tag_format", StringType)
          .add("tag_error", PROBLEM)
          .add("error", PROBLEM)
          .add("run", StringType)
          .add("cpu_seconds", DoubleType)
          .add("heard_run", StringType)
          .add("model", StringType)
          .add("bucket", IntegerType);

  /** What may be the same sound under other tags. */
  public static final StructType CHANGED =
      INPUTS.add("scored_fingerprint", StringType).add("scored_run", StringType);

  /** A recording whose size or time changed, and its audio did not. */
  public static final StructType RETAGGED =
      new StructType()
          .add("uri", StringType)
          .add("size", LongType)
          .add("modified", LongType)
          .add("version", StringType)
          .add("tags", createArrayType(FIELD, false))
          .add("tag_format", StringType)
          .add("cpu_seconds", DoubleType)
          .add("bucket", IntegerType)
          .add("scored_run", StringType);

  /** One planned change of a field. */
  public static final StructType CHANGE =
      new StructType()
          .add("field", StringType)
          .add("before", TEXTS)
          .add("after", TEXTS)
          .add("reason", StringType);

  /** What would be written: one row a recording that would be changed. */
  public static final StructType PLAN =
      new StructType()
          .add("schema", IntegerType)
          .add("uri", StringType)
          .add("size", LongType)
          .add("modified", LongType)
          .add("version", StringType)
          .add("fingerprint", StringType)
          .add("model", StringType)
          .add("changes", createArrayType(CHANGE, false))
          .add("notes", TEXTS);

  private Tables() {}
}
