package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.ConfigurationException;
import org.tonearm.audio.encode.AudioEncoder;
import org.tonearm.audio.encode.EncodeFormat;
import org.tonearm.audio.encode.Id3Version;
import org.tonearm.spark.bench.MadeUpArchive;
import org.tonearm.spark.job.LocalSpark;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.schema.Output;
import org.tonearm.spark.schema.Tables;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.S3Server;
import org.tonearm.spark.write.Allowed;
import org.tonearm.spark.write.WriteResult;
import org.tonearm.spark.write.Writing;

/** The stages that write, on the threads of this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WritingStageTest {
  private static final Allowed NOTHING = new Allowed(false, false);

  @TempDir Path folder;
  private final AudioStores stores = new AudioStores(new Configuration(false));
  private final AudioStore store = stores.of("file:///");
  private final List<String> told = new ArrayList<>();
  private SparkSession spark;

  @BeforeAll
  void open() {
    spark = LocalSpark.open(2);
  }

  @AfterAll
  void close() {
    LocalSpark.stop(spark);
  }

  @Test
  void theSettingsOfFormatsHoldAsInTheAnalysis() throws Exception {
    Path song = folder.resolve("formats/plain.mp3");
    Files.createDirectories(song.getParent());
    new AudioEncoder()
        .encode(
            song,
            EncodeFormat.MP3,
            new float[][] {new float[8_000]},
            8_000,
            Id3Version.NONE,
            Map.of());
    var seen = store.status(AudioUri.of(song));
    PlannedChange plan =
        new PlannedChange(
            seen.uri(),
            seen.size(),
            seen.version(),
            "",
            List.of(new Change("genre", List.of(), List.of("Jazz"), "test")));

    WriteResult result =
        writing("formats-out", "[format.mp3]\nid3-version = \"2.3\"\n", Map.of())
            .apply(rows(List.of(plan)), "1", 1, NOTHING);
    assertThat(result.states()).isEqualTo(Map.of("written", 1L));
    assertThat(Arrays.copyOf(Files.readAllBytes(song), 4)).containsExactly('I', 'D', '3', 3);
  }

  @Test
  void failuresAreCountedAndToldWithTheirRemedies() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("failing"), 3);
    List<PlannedChange> plans = new ArrayList<>(Songs.plans(store, songs));
    byte[] poison = new byte[30_000];
    Files.write(songs.get(0), poison);
    var seen = store.status(AudioUri.of(songs.get(0)));
    plans.set(
        0, new PlannedChange(seen.uri(), seen.size(), seen.version(), "", plans.get(0).changes()));
    Files.delete(songs.get(1));

    Writing writing = writing("failing-out", "", Map.of());
    WriteResult result = writing.apply(rows(plans), "1", plans.size(), NOTHING);
    assertThat(result.failed()).isEqualTo(2);
    assertThat(result.states()).isEqualTo(Map.of("failed", 1L, "skipped", 1L, "written", 1L));
    result.tell(told::add);
    assertThat(told.get(0)).isEqualTo("Of this run: 1 failed, 1 skipped, 1 written.");
    assertThat(told.get(1)).contains(songs.get(0).getFileName().toString(), "\n    ");
    assertThat(told.get(2)).contains("is no longer there", "\n    Look for who moved it");
    assertThat(writing.tally(List.of()).written()).isEqualTo(1);

    Path written = songs.get(2);
    Files.move(written, folder.resolve("elsewhere"));
    WriteResult left = writing.undo(List.of(), NOTHING);
    assertThat(left.states()).isEqualTo(Map.of("skipped", 1L));
    assertThat(left.failed()).isEqualTo(1);
    Files.move(folder.resolve("elsewhere"), written);

    WriteResult undone = writing.undo(List.of(), NOTHING);
    assertThat(undone.states()).isEqualTo(Map.of("undone", 1L));
    assertThat(undone.failed()).isZero();
    assertThat(writing.tally(List.of()).undone()).isEqualTo(1);
  }

  @Test
  void theNumberOfBucketsFollowsTheArchiveAndNotThePlan() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("buckets"), 1);
    Dataset<Row> plan = rows(Songs.plans(store, songs));
    writing("small-out", "", Map.of()).apply(plan, "1", 1, NOTHING);
    assertThat(buckets("small-out")).isEqualTo(256);
    writing("large-out", "", Map.of()).apply(plan, "1", 300_000, NOTHING);
    assertThat(buckets("large-out")).isEqualTo(300);
  }

  @Test
  void whatGetsSidecarsIsSaid() throws Exception {
    String uri = "made://archive/1/0.mp3";
    Map<String, String> made = Map.of("fs.made.impl", MadeUpArchive.class.getName());
    var seen = new AudioStores(made).of(uri).status(uri);
    PlannedChange plan =
        new PlannedChange(
            uri,
            seen.size(),
            seen.version(),
            "",
            List.of(new Change("genre", List.of(), List.of("Jazz"), "test")));
    WriteResult result =
        writing("sidecars-out", "", made).apply(rows(List.of(plan)), "1", 1, NOTHING);
    assertThat(result.states()).isEqualTo(Map.of("sidecar", 1L));
    assertThat(told).singleElement().asString().contains("made://archive/", "get sidecars below");
  }

  @Test
  void aBucketThatMayNotBeWrittenToIsAPlainError() throws Exception {
    try (S3Server server = S3Server.start()) {
      Map<String, String> wrong = new HashMap<>(server.settings());
      wrong.put("fs.s3a.secret.key", "another");
      wrong.put("fs.s3a.bucket.probe", "0");
      PlannedChange plan =
          new PlannedChange(
              "s3a://denied/music/jazz/a.mp3",
              1,
              "etag:\"x\"",
              "",
              List.of(new Change("genre", List.of(), List.of("Jazz"), "test")));
      Writing writing = writing("denied-out", "", wrong);
      assertThatThrownBy(() -> writing.apply(rows(List.of(plan)), "1", 1, NOTHING))
          .isInstanceOfSatisfying(
              ConfigurationException.class,
              e -> {
                assertThat(e.code()).isEqualTo("cluster-denied");
                assertThat(e).hasMessageContaining("s3a://denied/music/jazz");
              });
    }
  }

  private Writing writing(String output, String toml, Map<String, String> hadoop) {
    told.clear();
    return new Writing(
        spark,
        new Output(AudioUri.of(folder.resolve(output)), new Configuration()),
        LocalSpark.settings(spark, toml, hadoop),
        told::add);
  }

  private int buckets(String output) throws Exception {
    return JournalFolder.open(stores, AudioUri.of(folder.resolve(output))).buckets();
  }

  private Dataset<Row> rows(List<PlannedChange> plans) {
    return spark.createDataFrame(plans.stream().map(WritingStageTest::row).toList(), Tables.PLAN);
  }

  private static Row row(PlannedChange plan) {
    Change change = plan.changes().get(0);
    Row changed =
        RowFactory.create(
            change.field(),
            change.before().toArray(String[]::new),
            change.after().toArray(String[]::new),
            change.reason());
    return RowFactory.create(
        1,
        plan.uri(),
        plan.size(),
        0L,
        plan.version(),
        plan.fingerprint(),
        "model",
        new Row[] {changed},
        new String[0]);
  }
}
