package org.tonearm.spark.job;

import static org.apache.spark.sql.functions.countDistinct;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.LabelScore;
import org.tonearm.api.Task;
import org.tonearm.api.Track;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.composition.Composition;
import org.tonearm.composition.DataFolder;
import org.tonearm.composition.Parts;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.Cancellation;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackStatus;
import org.tonearm.spark.bench.Tunes;
import org.tonearm.spark.report.Counts;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.write.Allowed;
import org.tonearm.tag.codec.CodecRegistry;

/**
 * The whole way on two executors of one core each, in processes of their own: the driver is killed
 * in the middle and goes on, an executor is killed, one file is no audio.
 */
final class ClusterTest {
  private static final String MASTER = "local-cluster[2,1,1024]";
  private static final int PIECES = 9;

  @TempDir private static Path folder;

  @BeforeAll
  static void spark() throws Exception {
    TestHome.demandJava();
    TestHome.make();
  }

  @Test
  void eachRecordingIsHeardAndWrittenOnceWhateverIsKilled() throws Exception {
    Path library = folder.resolve("library");
    List<Path> pieces = Tunes.of(library, PIECES, 16);
    byte[] noise = new byte[30_000];
    new Random(1).nextBytes(noise);
    Files.write(library.resolve("poison.mp3"), noise);
    Path output = folder.resolve("out put");
    Map<Path, String> audio = audio(pieces);

    List<String> told =
        KilledDriver.runUntil(
            Pattern.compile("Hearing: part \\d+ of \\d+ …"),
            3,
            TestHome.conf(),
            List.of(
                "analyze",
                "--master",
                MASTER,
                "--input",
                library.toString(),
                "--output",
                output.toString(),
                "--task-minutes",
                "0.05",
                "--wave-tasks",
                "1"));
    assertThat(told).last().asString().contains("Hearing: part");

    try (Cluster cluster = open(library, output)) {
      assertThat(scored(output)).isBetween(1L, (long) PIECES);
      ProcessHandle.current()
          .descendants()
          .filter(process -> process.info().commandLine().orElse("").contains("ExecutorBackend"))
          .findFirst()
          .ifPresent(ProcessHandle::destroyForcibly);
      Counts heard = cluster.analyze();
      assertThat(heard).isEqualTo(new Counts(PIECES + 1, PIECES, 1, 0, 0, 0, 0));
      equalTheCommandLines(library, output);

      long planned = cluster.plan().planned();
      assertThat(planned).isPositive();
      assertThat(cluster.apply().written()).isEqualTo(planned);
      assertThat(cluster.apply().written()).isEqualTo(planned);
      assertThat(audio(pieces)).isEqualTo(audio);
      assertThat(genres(pieces)).hasSize((int) planned);
      assertThat(litter(library)).isEmpty();

      assertThat(cluster.analyze())
          .isEqualTo(new Counts(PIECES + 1, PIECES, 1, 0, planned, (int) planned, 0));
      assertThat(takenOver(output)).isEqualTo(changed(output)).isPositive();
      equalTheCommandLines(library, output);

      Counts undone = cluster.undo();
      assertThat(undone.written()).isZero();
      assertThat(undone.undone()).isEqualTo(planned);
      assertThat(genres(pieces)).isEmpty();
      assertThat(audio(pieces)).isEqualTo(audio);
    }
  }

  private static JobRequest request(Path library, Path output) {
    return new JobRequest(
        MASTER,
        List.of(library.toString()),
        output.toString(),
        TestHome.conf(),
        Optional.empty(),
        Map.of("thresholds.min-genre", "0", "thresholds.min-mood", "0"),
        false,
        OptionalDouble.of(0.05),
        OptionalInt.of(2),
        new Allowed(false, false));
  }

  private static Cluster open(Path library, Path output) throws Exception {
    return new Cluster(request(library, output), "test", true, System.err);
  }

  /** Rows that the killed run left. */
  private static long scored(Path output) {
    return SparkSession.active().read().parquet(output.resolve("scores").toString()).count();
  }

  /** Rows for which nobody listened. */
  private static long takenOver(Path output) {
    return SparkSession.active()
        .read()
        .parquet(output.resolve("scores").toString())
        .where("heard_run != run")
        .count();
  }

  /** Recordings of which the newest scan told another size or time than one before it. */
  private static long changed(Path output) {
    return SparkSession.active()
        .read()
        .parquet(output.resolve("scores").toString())
        .where("status = 'scored'")
        .groupBy("uri")
        .agg(countDistinct("size", "modified", "version").as("states"))
        .where("states > 1")
        .count();
  }

  /** Every probability, bit by bit. */
  private static void equalTheCommandLines(Path library, Path output) throws Exception {
    Map<String, Map<String, Double>> ours = new HashMap<>();
    for (Row row :
        SparkSession.active()
            .read()
            .parquet(output.resolve("scores").toString())
            .where("status = 'scored'")
            .collectAsList()) {
      for (Task task : Task.values()) {
        Row heard = row.getAs(task.word());
        Map<String, Double> scores = new HashMap<>();
        heard
            .<Row>getList(heard.fieldIndex("scores"))
            .forEach(label -> scores.put(label.getString(0), label.getDouble(1)));
        ours.put(row.getAs("uri") + " " + task, scores);
      }
    }
    Map<String, Map<String, Double>> theirs = new HashMap<>();
    for (TrackOutcome outcome : heardByTheCommandLine(library)) {
      if (outcome.status() != TrackStatus.FAILED) {
        outcome
            .analyses()
            .forEach(
                (task, analysis) -> {
                  Map<String, Double> scores = new HashMap<>();
                  for (LabelScore label : analysis.scores()) {
                    scores.put(label.label(), label.score());
                  }
                  theirs.put(AudioUri.of(outcome.track().path()) + " " + task, scores);
                });
      }
    }
    assertThat(theirs).hasSize(2 * PIECES);
    assertThat(ours).isEqualTo(theirs);
  }

  private static List<TrackOutcome> heardByTheCommandLine(Path library) throws Exception {
    List<Track> tracks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(library)) {
      files.filter(Files::isRegularFile).forEach(file -> tracks.add(new Track(file, "")));
    }
    RunSettings settings =
        new RunSettings(Configurations.defaults(), TagProfile.DEFAULT, "tonearm");
    List<TrackOutcome> outcomes = new ArrayList<>();
    try (Composition composition =
        new Composition(new DataFolder(folder.resolve("data")), Parts.installed())) {
      composition
          .runs()
          .analyze(tracks.iterator(), settings.listening(), outcomes::add, new Cancellation());
    }
    return outcomes;
  }

  private static Map<Path, String> audio(List<Path> files) throws Exception {
    Map<Path, String> hashes = new HashMap<>();
    for (Path file : files) {
      hashes.put(
          file,
          CodecRegistry.installed().codecFor(file).read(file, TagProfile.DEFAULT).audioHash());
    }
    return hashes;
  }

  /** Files in which mutagen finds a genre or a mood, which is no code of ours. */
  private static List<String> genres(List<Path> files) throws Exception {
    return Mutagen.tagged(files);
  }

  private static List<String> litter(Path library) throws Exception {
    try (Stream<Path> files = Files.walk(library)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(".") || name.endsWith(".crc"))
          .toList();
    }
  }
}
