package org.tonearm.spark.write;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.tonearm.spark.apply.ApplyOutcome;
import org.tonearm.spark.apply.Change;
import org.tonearm.spark.apply.PlannedChange;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.schema.Tables;

/** What tables say, as the stages of writing take it, and the other way round. */
final class WriteRows {
  /** What a task tells of a recording. */
  static final StructType OUTCOME =
      new StructType()
          .add("uri", StringType)
          .add("status", StringType)
          .add("code", StringType)
          .add("message", StringType)
          .add("remedy", StringType)
          .add("version", StringType)
          .add("bytes", LongType)
          .add("warnings", createArrayType(StringType, false));

  /** The journals, as a table. */
  static final StructType JOURNAL =
      new StructType()
          .add("schema", IntegerType)
          .add("run", StringType)
          .add("attempt", StringType)
          .add("bucket", IntegerType)
          .add("id", StringType)
          .add("uri", StringType)
          .add("kind", StringType)
          .add("state", StringType)
          .add("code", StringType)
          .add("reason", StringType)
          .add("version_before", StringType)
          .add("version_after", StringType)
          .add("size_before", LongType)
          .add("size_after", LongType)
          .add("audio_hash", StringType)
          .add("codec", StringType)
          .add("before", createArrayType(Tables.FIELD, false))
          .add("after", createArrayType(Tables.FIELD, false))
          .add("undoes", StringType)
          .add("entry", StringType)
          .add("at", StringType)
          .add("latest", BooleanType);

  private WriteRows() {}

  static PlannedChange planned(Row row) {
    List<Row> changes = row.getList(row.fieldIndex("changes"));
    return new PlannedChange(
        row.getAs("uri"),
        row.<Long>getAs("size"),
        row.getAs("version"),
        row.getAs("fingerprint"),
        changes.stream()
            .map(
                change ->
                    new Change(
                        change.getString(0),
                        change.getList(1),
                        change.getList(2),
                        change.getString(3)))
            .toList());
  }

  static Row of(ApplyOutcome outcome) {
    return RowFactory.create(
        outcome.uri(),
        outcome.status(),
        outcome.code(),
        outcome.message(),
        outcome.remedy(),
        outcome.version(),
        outcome.bytes(),
        outcome.warnings().toArray(String[]::new));
  }

  static Row of(JournalRow row) {
    return RowFactory.create(
        Tables.VERSION,
        row.run(),
        row.attempt(),
        row.bucket(),
        row.id(),
        row.uri(),
        row.kind(),
        row.state(),
        row.code(),
        row.reason(),
        row.versionBefore(),
        row.versionAfter(),
        row.sizeBefore(),
        row.sizeAfter(),
        row.audioHash(),
        row.codec(),
        fields(row.before()),
        fields(row.after()),
        row.undoes(),
        row.entry(),
        row.at(),
        row.latest());
  }

  private static Row[] fields(Map<String, List<String>> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(
                field -> RowFactory.create(field.getKey(), field.getValue().toArray(String[]::new)))
            .toArray(Row[]::new);
  }
}
