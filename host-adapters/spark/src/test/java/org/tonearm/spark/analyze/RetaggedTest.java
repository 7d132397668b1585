package org.tonearm.spark.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.library.index.Fingerprint;
import org.tonearm.spark.job.LocalSpark;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Scores;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.tag.codec.CodecRegistry;

/** Files whose scores, in the table, are those of a model that does not exist. */
final class RetaggedTest {
  private static final int RATE = 22_050;
  private static final String MODEL = "m.1";
  private static final String NOBODY = "nobody's model";

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
  void scoresStayWhereTagsAloneChanged() throws Exception {
    Path retagged = encode("retagged", 1, "Jazz");
    Path replaced = encode("replaced", 2, "Jazz");
    List<Row> scored = new ArrayList<>(List.of(scored(retagged), scored(replaced)));
    scored.add(scored(encode("gone", 3, "Jazz")));
    // A row that stands twice is taken over once.
    scored.add(scored(retagged));
    write(scored);
    encode("retagged", 1, "Polka");
    encode("replaced", 4, "Jazz");
    Files.delete(folder.resolve("gone.flac"));

    Dataset<Row> inputs =
        spark.createDataFrame(
            List.of(input("retagged"), input("replaced"), input("gone")), Tables.INPUTS);
    Scores scores = new Scores(spark, output(), MODEL);
    assertThat(retagged().takeOver(scores, inputs, "run 2", WaveSize.USUAL)).isEqualTo(1);

    List<Row> added = scores.all().where("run = 'run 2'").collectAsList();
    assertThat(added).hasSize(1);
    Row row = added.get(0);
    assertThat(row.<String>getAs("uri")).isEqualTo(AudioUri.of(retagged));
    assertThat(row.<Row>getAs("genre").getString(0)).isEqualTo(NOBODY);
    assertThat(row.<Row>getAs("genre").<Row>getList(3))
        .extracting(Row::toString)
        .containsExactly("[jazz,0.1]", "[folk,0.9]");
    assertThat(row.<Row>getList(row.fieldIndex("windows")))
        .extracting(Row::toString)
        .hasSize(1)
        .first()
        .asString()
        .startsWith("[genre,0.0,30.0,0.5,");
    assertThat(row.<Row>getList(row.fieldIndex("tags")))
        .extracting(tag -> tag.getString(0) + tag.<String>getList(1))
        .containsExactly("genre[Polka]");
    assertThat(row.<Long>getAs("size")).isEqualTo(7L);
    assertThat(row.<String>getAs("version")).isEqualTo("now");
    assertThat(row.<String>getAs("heard_run")).isEqualTo("run 1");
    assertThat(scores.without(inputs).select("uri").collectAsList())
        .extracting(left -> AudioUri.name(left.getString(0)))
        .containsExactlyInAnyOrder("replaced.flac", "gone.flac");
    assertThat(output().has("work/changed=run 2")).isFalse();
  }

  @Test
  void nothingIsReadWhereNothingWasHeard() throws Exception {
    encode("new", 1, "Jazz");
    Dataset<Row> inputs = spark.createDataFrame(List.of(input("new")), Tables.INPUTS);
    Scores scores = new Scores(spark, output(), MODEL);
    assertThat(retagged().takeOver(scores, inputs, "run 2", WaveSize.USUAL)).isZero();
    assertThat(scores.all().count()).isZero();
  }

  private Retagged retagged() {
    return new Retagged(spark, output(), LocalSpark.settings(spark, "", Map.of()));
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

  /** As a scan would tell it now. */
  private Row input(String name) {
    String uri = AudioUri.of(folder.resolve(name + ".flac"));
    return RowFactory.create(uri, 7L, 1L, "now", 10.0, 3, null);
  }

  private static Row scored(Path song) throws Exception {
    String hash =
        CodecRegistry.installed().codecFor(song).read(song, TagProfile.DEFAULT).audioHash();
    List<Object> values = new ArrayList<>(Collections.nCopies(Tables.SCORES.length(), null));
    set(values, "uri", AudioUri.of(song));
    set(values, "size", 1L);
    set(values, "modified", 1L);
    set(values, "version", "before");
    set(values, "fingerprint", new Fingerprint("flac:" + hash).text());
    set(values, "status", "scored");
    set(values, "complete", true);
    Row[] labels = {RowFactory.create("jazz", 0.1), RowFactory.create("folk", 0.9)};
    set(values, "genre", RowFactory.create(NOBODY, "1", 0.9, labels, new Row[0]));
    Double[] logarithms = {-0.1, -2.3};
    set(
        values,
        "windows",
        new Row[] {RowFactory.create("genre", 0.0, 30.0, 0.5, logarithms, new Double[0])});
    set(values, "run", "run 1");
    set(values, "model", MODEL);
    set(values, "bucket", 3);
    return RowFactory.create(values.toArray());
  }

  private static void set(List<Object> values, String column, Object value) {
    values.set(Tables.SCORES.fieldIndex(column), value);
  }

  /** Ten seconds of a chord in noise. */
  private Path encode(String name, int seed, String genre) throws Exception {
    Random random = new Random(seed);
    float[] sound = new float[10 * RATE];
    for (int i = 0; i < sound.length; i++) {
      double time = i / (double) RATE;
      for (int note : new int[] {0, 4, 7}) {
        sound[i] += (float) (0.2 * Math.sin(2 * Math.PI * 220 * Math.pow(2, note / 12.0) * time));
      }
      sound[i] += (float) (0.02 * random.nextGaussian());
    }
    Path song = folder.resolve(name + ".flac");
    Files.deleteIfExists(song);
    new AudioEncoder()
        .encode(
            song,
            EncodeFormat.FLAC,
            new float[][] {sound},
            RATE,
            Id3Version.NONE,
            Map.of("genre", genre));
    return song;
  }
}
