package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.S3Server;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObjectApplyTest {
  @TempDir Path folder;
  private S3Server server;
  private AudioStores stores;
  private S3Client client;

  @BeforeAll
  void start() throws Exception {
    server = S3Server.start();
    server.makeBucket("music", false);
    stores = new AudioStores(server.settings());
    client = server.client();
  }

  @AfterAll
  void stop() throws Exception {
    if (server != null) {
      client.close();
      server.close();
    }
  }

  @Test
  void objectsOfEveryFormatAreWrittenOnceAndComeBackByteForByte() throws Exception {
    List<Path> songs = Songs.ofEveryFormat(folder.resolve("every"));
    List<PlannedChange> plans = put("every", songs);
    Applying applying = new Applying(stores, AudioUri.of("s3a://music/out every"), true);
    List<String> genres = Mutagen.genres(songs);

    assertThat(applying.apply("first", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(Mutagen.genres(get("every", songs))).containsOnly("Jazz");
    Map<String, String> tags = etags(songs);

    assertThat(applying.apply("second", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(etags(songs)).isEqualTo(tags);
    List<JournalRow> rows = applying.rows(false);
    assertThat(rows).hasSameSizeAs(songs).allMatch(row -> row.state().equals("written"));

    assertThat(applying.undo("third", rows))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    List<Path> back = get("every", songs);
    assertThat(Mutagen.genres(back)).isEqualTo(genres);
    for (int i = 0; i < songs.size(); i++) {
      assertThat(back.get(i)).hasSameBinaryContentAs(songs.get(i));
    }
    assertThat(applying.undo("fourth", rows))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("undone");
  }

  @Test
  void anObjectThatWasChangedSinceIsLeftAlone() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("changed"), 2);
    List<PlannedChange> plans = put("changed", songs);
    client.putObject(
        r -> r.bucket("music").key(key("changed", songs.get(0))),
        RequestBody.fromString("somebody else's"));
    Applying applying = new Applying(stores, AudioUri.of("s3a://music/out changed"), true);
    assertThat(applying.apply("first", plans))
        .extracting(ApplyOutcome::status)
        .containsExactly("skipped", "written");
    assertThat(
            client
                .getObjectAsBytes(r -> r.bucket("music").key(key("changed", songs.get(0))))
                .asUtf8String())
        .isEqualTo("somebody else's");
  }

  @Test
  void whereObjectsMayNotBeReplacedSidecarsAreLaidDown() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("beside"), 3);
    List<PlannedChange> plans = put("beside", songs);
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    assertThat(applying.apply("first", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("sidecar");
    assertThat(applying.apply("second", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("sidecar");
    List<Path> back = get("beside", songs);
    for (int i = 0; i < songs.size(); i++) {
      assertThat(back.get(i)).hasSameBinaryContentAs(songs.get(i));
    }
    List<JournalRow> rows = applying.rows(false);
    assertThat(rows).hasSize(3).allMatch(row -> row.state().equals("sidecar"));
    Path sidecars = folder.resolve("out/sidecars/bucket=00000");
    assertThat(Songs.names(sidecars)).hasSize(3);
    assertThat(sidecars.resolve(Songs.names(sidecars).get(0)))
        .content()
        .contains("\"genre\":[\"Jazz\"]", "s3a://music/beside/");
    assertThat(applying.undo("third", rows))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(Songs.names(sidecars)).isEmpty();
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("undone");
  }

  private List<PlannedChange> put(String prefix, List<Path> songs) throws Exception {
    List<PlannedChange> plans = new ArrayList<>();
    for (Path song : songs) {
      client.putObject(r -> r.bucket("music").key(key(prefix, song)), song);
      String uri = AudioUri.child("s3a://music/" + prefix, song.getFileName().toString());
      plans.add(Songs.plan(stores.of(uri), uri, song));
    }
    return plans;
  }

  private List<Path> get(String prefix, List<Path> songs) throws Exception {
    List<Path> copies = new ArrayList<>();
    Path copied = Files.createDirectories(folder.resolve("copied " + prefix));
    for (Path song : songs) {
      Path copy = copied.resolve(song.getFileName());
      Files.write(
          copy,
          client.getObjectAsBytes(r -> r.bucket("music").key(key(prefix, song))).asByteArray());
      copies.add(copy);
    }
    return copies;
  }

  private Map<String, String> etags(List<Path> songs) {
    Map<String, String> tags = new HashMap<>();
    for (Path song : songs) {
      String key = key("every", song);
      tags.put(key, client.headObject(r -> r.bucket("music").key(key)).eTag());
    }
    return tags;
  }

  private static String key(String prefix, Path song) {
    return prefix + "/" + song.getFileName();
  }
}
