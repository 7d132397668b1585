package org.tonearm.spark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.job.LocalSpark;
import org.tonearm.spark.store.AudioUri;

/** Files whose size and time a write left as they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SinceHeardTest {
  private static final String HEARD = "20261122T120000-500";
  private static final String BEFORE = "2026-11-22T11:59:00Z";
  private static final String AFTER = "2026-11-22T12:30:00.25Z";
  private static final String LATER = "2026-11-22T13:00:00.123456Z";

  private static final StructType JOURNAL =
      new StructType()
          .add("uri", DataTypes.StringType)
          .add("kind", DataTypes.StringType)
          .add("state", DataTypes.StringType)
          .add("code", DataTypes.StringType)
          .add("size_after", DataTypes.LongType)
          .add("before", DataTypes.createArrayType(Tables.FIELD, false))
          .add("after", DataTypes.createArrayType(Tables.FIELD, false))
          .add("at", DataTypes.StringType);

  private SparkSession spark;
  private Output output;

  @BeforeAll
  void open(@TempDir Path folder) {
    spark = LocalSpark.open(2);
    output = new Output(AudioUri.of(folder), new Configuration());
    scores().write().partitionBy("model", "bucket").parquet(output.scores());
    journal();
  }

  @AfterAll
  void close() {
    LocalSpark.stop(spark);
  }

  @Test
  void tagsAreThoseThatWereWrittenOrTakenBackSince() throws Exception {
    List<String> tags = new ArrayList<>();
    for (Row row : heard().asTheyStand(inputs()).orderBy("uri").collectAsList()) {
      List<String> shown = new ArrayList<>();
      for (Row tag : row.<Row>getList(row.fieldIndex("tags"))) {
        shown.add(tag.getString(0) + tag.<String>getList(1));
      }
      shown.sort(null);
      tags.add(row.<String>getAs("uri") + " " + shown);
    }
    assertThat(tags)
        .containsExactly(
            "left alone [genre[Other], mood[Calm]]",
            "sidecar [genre[Other], mood[Calm]]",
            "taken back [genre[Other], mood[Calm]]",
            "untouched [genre[Other], mood[Calm]]",
            "written [genre[Jazz, Soul], mood[Calm]]",
            "written before [genre[Other], mood[Calm]]",
            "written empty [genre[Other]]");
  }

  @Test
  void whatAnApplyFoundToBeChangedIsHeardAgain() throws Exception {
    assertThat(heard().without(inputs()).collectAsList())
        .extracting(row -> row.<String>getAs("uri"))
        .containsExactly("left alone");
  }

  private Scores heard() {
    return new Scores(spark, output, "m");
  }

  private void journal() {
    spark
        .createDataFrame(
            List.of(
                note("left alone", "apply", "skipped", "changed-since-plan", null, null, AFTER),
                note("sidecar", "sidecar", "sidecar", "", "Other", "Jazz", AFTER),
                note("taken back", "apply", "undone", "", "Other", "Jazz", AFTER),
                note("taken back", "undo", "undone", "", "Jazz", "Other", LATER),
                note("written", "apply", "written", "", "Other", "Pop", AFTER),
                note("written", "apply", "written", "", "Pop", "Jazz,Soul", LATER),
                note("written", "apply", "skipped", "changed-since-plan", null, null, BEFORE),
                note("written before", "apply", "written", "", "x", "Jazz", BEFORE),
                RowFactory.create(
                    "written empty",
                    "apply",
                    "written",
                    "",
                    9L,
                    fields("mood", "Calm"),
                    new Row[] {RowFactory.create("mood", new String[0])},
                    AFTER)),
            JOURNAL)
        .write()
        .parquet(output.table("written", "20261122T140000-000"));
  }

  private static Row note(
      String uri, String kind, String state, String code, String from, String to, String at) {
    return RowFactory.create(
        uri, kind, state, code, 9L, fields("genre", from), fields("genre", to), at);
  }

  private static Row[] fields(String name, String values) {
    return values == null ? new Row[0] : new Row[] {RowFactory.create(name, values.split(","))};
  }

  private Dataset<Row> inputs() {
    List<Row> rows = new ArrayList<>();
    for (Row row : scores().collectAsList()) {
      rows.add(RowFactory.create(row.getAs("uri"), 1L, 2L, "v", 3.0, 0, null));
    }
    return spark.createDataFrame(rows, Tables.INPUTS);
  }

  private Dataset<Row> scores() {
    List<Row> rows = new ArrayList<>();
    for (String uri :
        List.of(
            "left alone",
            "sidecar",
            "taken back",
            "untouched",
            "written",
            "written before",
            "written empty")) {
      Object[] row = new Object[Tables.SCORES.size()];
      row[Tables.SCORES.fieldIndex("uri")] = uri;
      row[Tables.SCORES.fieldIndex("size")] = 1L;
      row[Tables.SCORES.fieldIndex("modified")] = 2L;
      row[Tables.SCORES.fieldIndex("version")] = "v";
      row[Tables.SCORES.fieldIndex("tags")] =
          new Row[] {
            RowFactory.create("genre", new String[] {"Other"}),
            RowFactory.create("mood", new String[] {"Calm"})
          };
      row[Tables.SCORES.fieldIndex("run")] = HEARD;
      row[Tables.SCORES.fieldIndex("model")] = "m";
      row[Tables.SCORES.fieldIndex("bucket")] = 0;
      rows.add(RowFactory.create(row));
    }
    return spark.createDataFrame(rows, Tables.SCORES);
  }
}
