package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.S3Server;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/** Tasks that are killed by the system in the middle, two of them at a time on the same plans. */
final class KilledApplyTest {
  private static final int KILLS = 4;

  @TempDir Path folder;
  private final Random random = new Random(7);

  @Test
  void songsOnDiskAreWrittenOnceWhereverTasksAreKilled() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("music"), 80);
    String audio = Songs.audio(songs.get(0));
    AudioStores stores = new AudioStores(new Configuration(false));
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    List<PlannedChange> plans = Songs.plans(stores.of("file:///"), songs);

    killAndFinish(applying, plans, Map.of());

    assertThat(Songs.names(folder.resolve("music"))).hasSameSizeAs(songs);
    assertThat(Mutagen.genres(songs)).containsOnly("Jazz");
    for (Path song : songs) {
      assertThat(Songs.audio(song)).isEqualTo(audio);
    }
    assertWrittenOnce(applying, songs.size());
    assertThat(applying.undo("undo", written(applying)))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(Mutagen.genres(songs)).containsOnly("Other");
  }

  @Test
  void whatKilledTasksWroteIsTakenBackWithoutAnotherApply() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("music"), 80);
    AudioStores stores = new AudioStores(new Configuration(false));
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    List<PlannedChange> plans = Songs.plans(stores.of("file:///"), songs);

    kill(applying, plans, Map.of());

    assertThat(Mutagen.genres(songs)).contains("Jazz");
    applying.undo("undo", applying.rows(false));
    assertThat(Mutagen.genres(songs)).containsOnly("Other");
    assertThat(applying.rows(false))
        .extracting(JournalRow::state)
        .doesNotContain("open", "written");
  }

  @Test
  void objectsAreWrittenOnceWhereverTasksAreKilled() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("music"), 16);
    try (S3Server server = S3Server.start();
        S3Client client = server.client()) {
      server.makeBucket("archive", true);
      AudioStores stores = new AudioStores(server.settings());
      Applying applying = new Applying(stores, "s3a://archive/out", true);
      List<PlannedChange> plans = new ArrayList<>();
      for (Path song : songs) {
        String key = "music/" + song.getFileName();
        client.putObject(r -> r.bucket("archive").key(key), song);
        String uri = AudioUri.child("s3a://archive", key);
        plans.add(Songs.plan(stores.of(uri), uri, song));
      }

      killAndFinish(applying, plans, server.settings());

      List<Path> copies = new ArrayList<>();
      for (Path song : songs) {
        String key = "music/" + song.getFileName();
        Path copy = folder.resolve("copy" + copies.size() + ".flac");
        Files.write(copy, client.getObjectAsBytes(r -> r.bucket("archive").key(key)).asByteArray());
        copies.add(copy);
        // S3Proxy looks at the tag and puts in two steps, so of two puts at the same instant both
        // may
        // come through; what they put is the same.
        assertThat(
                client.listObjectVersions(r -> r.bucket("archive").prefix(key)).versions().stream()
                    .filter(version -> version.key().equals(key))
                    .map(ObjectVersion::eTag)
                    .distinct())
            .as(key)
            .hasSize(2);
      }
      assertThat(Mutagen.genres(copies)).containsOnly("Jazz");
      assertWrittenOnce(applying, songs.size());
    }
  }

  /** Starts two tasks again and again, and leaves their plans in a file. */
  private Path kill(Applying applying, List<PlannedChange> plans, Map<String, String> settings)
      throws Exception {
    JournalFolder.prepare(applying.stores(), applying.output(), plans.size());
    Path file = folder.resolve("plans.txt");
    Songs.write(plans, file);
    for (int kill = 0; kill < KILLS; kill++) {
      int done = plans.size() * kill / (KILLS + 1) + random.nextInt(5);
      Process one = ApplyMain.start(applying.output(), file, "one-" + kill, settings);
      Process two = ApplyMain.start(applying.output(), file, "two-" + kill, settings);
      try (BufferedReader told = one.inputReader(StandardCharsets.UTF_8)) {
        int lines = 0;
        while (lines < done && told.readLine() != null) {
          lines++;
        }
        Thread.sleep(random.nextInt(25));
      } finally {
        one.destroyForcibly().waitFor();
        two.destroyForcibly().waitFor();
      }
    }
    return file;
  }

  private void killAndFinish(
      Applying applying, List<PlannedChange> plans, Map<String, String> settings) throws Exception {
    Path file = kill(applying, plans, settings);
    Process last = ApplyMain.start(applying.output(), file, "last", settings);
    try (BufferedReader told = last.inputReader(StandardCharsets.UTF_8)) {
      assertThat(told.lines().filter(line -> line.startsWith("> ")))
          .hasSameSizeAs(plans)
          .allMatch(line -> line.startsWith("> written "));
    }
    assertThat(last.waitFor()).isZero();
  }

  private static void assertWrittenOnce(Applying applying, int count) throws Exception {
    assertThat(written(applying))
        .hasSize(count)
        .extracting(JournalRow::uri)
        .doesNotHaveDuplicates();
    assertThat(applying.rows(false)).noneMatch(row -> row.state().equals("open"));
  }

  private static List<JournalRow> written(Applying applying) throws Exception {
    return applying.rows(false).stream().filter(row -> row.state().equals("written")).toList();
  }
}
