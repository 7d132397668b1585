package org.tonearm.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.audio.Excerpts;
import org.tonearm.spark.analyze.Analyze;
import org.tonearm.spark.analyze.Turn;
import org.tonearm.spark.analyze.WaveSize;
import org.tonearm.spark.engine.JobSettings;
import org.tonearm.spark.scan.FlakyFiles;
import org.tonearm.spark.scan.Scan;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioUri;

/** Tables of stages, on a session within this process. */
final class StagesTest {
  private static SparkSession spark;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    spark = LocalSpark.open(1);
  }

  @AfterAll
  static void close() {
    LocalSpark.stop(spark);
  }

  @Test
  void aFolderWithinAnotherOneIsListedOnceWithASlashAtTheEndToo() throws Exception {
    Path jazz = Files.createDirectories(folder.resolve("music/jazz"));
    Files.writeString(jazz.resolve("a.mp3"), "sound");
    Files.writeString(folder.resolve("music/b.mp3"), "sound");
    Broadcast<JobSettings> settings =
        LocalSpark.settings(spark, "", Map.of(FlakyFiles.SETTING, FlakyFiles.class.getName()));
    String root = AudioUri.of(FlakyFiles.uri(folder.resolve("music")) + "/");
    assertThat(root).endsWith("music/");
    new Scan(spark, output(), settings, Excerpts.WHOLE)
        .run(List.of(root, AudioUri.of(FlakyFiles.uri(jazz) + "/")), "1");
    assertThat(spark.read().parquet(output().table("inputs", "1")).select("uri").collectAsList())
        .extracting(row -> AudioUri.name(row.getString(0)))
        .containsExactlyInAnyOrder("a.mp3", "b.mp3");
  }

  @Test
  void foldersThatCantBeListedAreCountedAndLinksAreNot() throws Exception {
    Path music = Files.createDirectories(folder.resolve("music"));
    Files.createDirectories(music.resolve("locked"));
    Files.createDirectories(music.resolve("open"));
    Files.writeString(music.resolve("open/a.mp3"), "sound");
    Files.createSymbolicLink(music.resolve("b.mp3"), music.resolve("open/a.mp3"));
    FlakyFiles.close("locked");
    Broadcast<JobSettings> settings =
        LocalSpark.settings(spark, "", Map.of(FlakyFiles.SETTING, FlakyFiles.class.getName()));
    List<String> both = List.of(FlakyFiles.uri(music), AudioUri.of(music));
    new Scan(spark, output(), settings, Excerpts.WHOLE).run(both, "1");
    Recordings recordings = new Recordings(spark, output(), List.of());
    assertThat(recordings.unlisted("1")).isEqualTo(1);
    assertThat(recordings.all().count()).isPositive();
  }

  @Test
  void whatMayHavePassedIsHeardAgain() throws Exception {
    List<Row> scores = new ArrayList<>();
    List<Row> inputs = new ArrayList<>();
    for (String code :
        List.of("missing", "unreadable", "no-natives", "decoder-timeout", "io", "broken", "")) {
      inputs.add(RowFactory.create("u:/" + code, 1L, 1L, "v", 1.0, 0, null));
      scores.add(score("u:/" + code, problem(code), null));
    }
    inputs.add(RowFactory.create("u:/tags", 1L, 1L, "v", 1.0, 0, null));
    scores.add(score("u:/tags", null, problem("io")));
    inputs.add(RowFactory.create("u:/odd", 1L, 1L, "v", 1.0, 0, null));
    scores.add(score("u:/odd", null, problem("unsupported-format")));
    write(scores);
    Dataset<Row> all = spark.createDataFrame(inputs, Tables.INPUTS);
    assertThat(new Scores(spark, output(), "m.1").without(all).select("uri").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder(
            "u:/missing",
            "u:/unreadable",
            "u:/no-natives",
            "u:/decoder-timeout",
            "u:/io",
            "u:/tags");
  }

  @Test
  void whatChangedComesWithTheSoundThatWasLastHeardWhole() throws Exception {
    write(
        List.of(
            heard("u:/retagged", "scored", true, "1"),
            heard("u:/retagged", "scored", true, "2"),
            heard("u:/retagged", "scored", true, "2"),
            heard("u:/as it was", "scored", true, "1"),
            heard("u:/broken off", "scored", false, "1"),
            heard("u:/short", "skipped", true, "1"),
            heard("u:/repaired", "failed", true, "1")));
    List<Row> inputs = new ArrayList<>();
    inputs.add(RowFactory.create("u:/as it was", 1L, 1L, "v", 1.0, 0, null));
    for (String name : List.of("retagged", "broken off", "short", "repaired", "new")) {
      inputs.add(RowFactory.create("u:/" + name, 2L, 1L, "v", 1.0, 0, null));
    }
    Scores scores = new Scores(spark, output(), "m.1");
    Dataset<Row> changed =
        scores.changed(scores.without(spark.createDataFrame(inputs, Tables.INPUTS)));
    assertThat(changed.schema().fieldNames()).isEqualTo(Tables.CHANGED.fieldNames());
    assertThat(changed.select("uri", "size", "scored_run", "scored_fingerprint").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[u:/retagged,2,2,flac:2]");
  }

  @Test
  void partsThatSomebodyTookAwayAreNotPassedOver() throws Exception {
    List<Row> inputs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      inputs.add(RowFactory.create("u:/" + i, 1L, 1L, "v", 100.0, 0, null));
    }
    spark.createDataFrame(inputs, Tables.INPUTS).write().parquet(output().table("inputs", "1"));
    String work = output().path("work");
    Analyze analyze =
        new Analyze(
            spark,
            output(),
            LocalSpark.settings(spark, "", Map.of()),
            (rows, settings, model, run) -> {
              rows.forEachRemaining(row -> {});
              FileUtils.deleteDirectory(new File(URI.create(work).getPath()));
              return Collections.emptyIterator();
            },
            line -> {});
    try (Turn turn = Turn.take(output(), "1")) {
      assertThatThrownBy(() -> analyze.run("1", "m.1", new WaveSize(1, 1), turn))
          .hasMessageContaining("work/run=1 was removed by somebody else");
    }
  }

  @Test
  void modelsThatWereNotHeardAreRefused() throws Exception {
    assertThatCode(() -> HeardModels.demand(new Scores(spark, output(), "m.2")))
        .doesNotThrowAnyException();
    write(List.of(score("u:/a", null, null)));
    assertThatCode(() -> HeardModels.demand(new Scores(spark, output(), "m.1")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> HeardModels.demand(new Scores(spark, output(), "m.2")))
        .isInstanceOf(ConfigurationException.class)
        .hasFieldOrPropertyWithValue("code", "cluster-models")
        .hasMessageContaining("m.2")
        .hasMessageContaining("hold m.1");
  }

  private Output output() {
    return new Output(AudioUri.of(folder.resolve("out")), new Configuration());
  }

  private void write(List<Row> scores) {
    spark
        .createDataFrame(scores, Tables.SCORES)
        .write()
        .partitionBy("model", "bucket")
        .parquet(output().scores());
  }

  private static Row problem(String code) {
    return code.isEmpty() ? null : RowFactory.create(code, "what", "how");
  }

  private static Row heard(String uri, String status, boolean complete, String run) {
    List<Object> values = new ArrayList<>(values(uri, null, null));
    values.set(Tables.SCORES.fieldIndex("status"), status);
    values.set(Tables.SCORES.fieldIndex("complete"), complete);
    values.set(Tables.SCORES.fieldIndex("run"), run);
    values.set(Tables.SCORES.fieldIndex("fingerprint"), "flac:" + run);
    return RowFactory.create(values.toArray());
  }

  private static Row score(String uri, Row error, Row tagError) {
    return RowFactory.create(values(uri, error, tagError).toArray());
  }

  private static List<Object> values(String uri, Row error, Row tagError) {
    List<Object> values = new ArrayList<>(Collections.nCopies(Tables.SCORES.length(), null));
    values.set(Tables.SCORES.fieldIndex("uri"), uri);
    values.set(Tables.SCORES.fieldIndex("size"), 1L);
    values.set(Tables.SCORES.fieldIndex("modified"), 1L);
    values.set(Tables.SCORES.fieldIndex("version"), "v");
    values.set(Tables.SCORES.fieldIndex("error"), error);
    values.set(Tables.SCORES.fieldIndex("tag_error"), tagError);
    values.set(Tables.SCORES.fieldIndex("run"), "1");
    values.set(Tables.SCORES.fieldIndex("model"), "m.1");
    values.set(Tables.SCORES.fieldIndex("bucket"), 0);
    return values;
  }
}
