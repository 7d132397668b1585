package org.tonearm.spark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3aStoreTest {
  /** As a listener names his files. */
  static final List<String> NAMES =
      List.of(
          "a b.mp3",
          "a:b.mp3",
          "100%25.mp3",
          "50%.mp3",
          "c#.mp3",
          "who?.mp3",
          "{x}.mp3",
          "[live] (1).mp3",
          "two\nlines.mp3",
          "plus+and&and=.mp3",
          "Bj\u00f6rk.mp3",
          "Bjo\u0308rk.mp3",
          "\u6771\u4eac.mp3");

  @TempDir Path folder;
  private S3Server server;
  private AudioStores stores;
  private S3Client client;

  @BeforeAll
  void start() throws Exception {
    server = S3Server.start();
    server.makeBucket("plain", false);
    server.makeBucket("kept", true);
    stores = new AudioStores(server.settings());
    client = server.client();
  }

  @AfterAll
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void theProbeTellsARefusalAndWhetherVersionsAreKept() throws Exception {
    ConditionalPutProbe probe = new ConditionalPutProbe(stores);
    ProbeResult plain = probe.check("s3a://plain/music");
    assertThat(plain.refused()).as(plain.told()).isTrue();
    assertThat(plain.versioned()).isFalse();
    // S3Proxy 4.1.0 looks at the tag and puts in two steps; whether the trial shows it is chance.
    assertThat(plain.told().contains("took two at the same instant")).isEqualTo(!plain.atomic());
    ProbeResult kept = probe.check("s3a://kept/music");
    assertThat(kept.refused()).as(kept.told()).isTrue();
    assertThat(kept.versioned()).isTrue();
    assertThat(client.listObjectsV2(r -> r.bucket("plain").prefix("music/.tonearm")).keyCount())
        .isZero();
  }

  @Test
  void namesOfAllKindsComeBackAsTheyWere() throws Exception {
    for (String name : NAMES) {
      put("plain", "odd names/" + name, name);
    }
    List<Listed> listed = new ArrayList<>();
    AudioStore store = stores.of("s3a://plain/");
    store.list(AudioUri.of("s3a://plain/odd names")).forEachRemaining(listed::add);
    assertThat(listed).extracting(l -> AudioUri.name(l.file().uri())).hasSameElementsAs(NAMES);
    for (Listed entry : listed) {
      assertThat(entry.kind()).isEqualTo(Listed.Kind.FILE);
      String uri = entry.file().uri();
      assertThat(uri).matches("[!-~]+");
      assertThat(store.status(uri)).isEqualTo(entry.file());
      try (InputStream in = store.open(uri)) {
        assertThat(in.readAllBytes())
            .asString(StandardCharsets.UTF_8)
            .isEqualTo(AudioUri.name(uri));
      }
    }
  }

  @Test
  void aReplacedObjectKeepsItsMetadata() throws Exception {
    client.putObject(
        r ->
            r.bucket("plain")
                .key("m/a.flac")
                .contentType("audio/flac")
                .contentDisposition("inline; filename=a.flac")
                .expires(Instant.parse("2040-01-02T03:04:05Z"))
                .metadata(Map.of("shelf", "17 b")),
        RequestBody.fromString("old"));
    StoredFile seen = store().status("s3a://plain/m/a.flac");
    StoredFile now = store().replace(seen, content("new one"), false);
    HeadObjectResponse head = client.headObject(r -> r.bucket("plain").key("m/a.flac"));
    assertThat(head.contentLength()).isEqualTo(7);
    assertThat(head.contentType()).isEqualTo("audio/flac");
    assertThat(head.contentDisposition()).isEqualTo("inline; filename=a.flac");
    assertThat(head.metadata()).containsExactlyEntriesOf(Map.of("shelf", "17 b"));
    assertThat(head.expiresString()).isEqualTo("Mon, 02 Jan 2040 03:04:05 GMT");
    assertThat(now).isEqualTo(store().status("s3a://plain/m/a.flac")).isNotEqualTo(seen);
  }

  @Test
  void anObjectThatOthersMayReadIsReplacedOnlyWhereThatMayBeLost() throws Exception {
    client.putObject(
        r -> r.bucket("plain").key("m/open.flac").acl(ObjectCannedACL.PUBLIC_READ),
        RequestBody.fromString("old"));
    StoredFile seen = store().status("s3a://plain/m/open.flac");
    assertThatThrownBy(() -> store().replace(seen, content("new one"), false))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.code()).isEqualTo("attributes");
              assertThat(e.remedy()).contains("--allow-attribute-loss");
            });
    assertThat(store().status("s3a://plain/m/open.flac")).isEqualTo(seen);
    assertThat(store().replace(seen, content("new one"), true).size()).isEqualTo(7);
  }

  @Test
  void aChangedObjectIsNotReplaced() throws Exception {
    put("plain", "m/c.flac", "old");
    StoredFile seen = store().status("s3a://plain/m/c.flac");
    put("plain", "m/c.flac", "somebody else's");
    assertThatThrownBy(() -> store().replace(seen, content("mine"), false))
        .isInstanceOf(ReplacedSinceException.class);
    assertThat(client.getObjectAsBytes(r -> r.bucket("plain").key("m/c.flac")).asUtf8String())
        .isEqualTo("somebody else's");
  }

  @Test
  void aRemovedObjectIsNotMadeAgain() throws Exception {
    put("plain", "m/d.flac", "old");
    StoredFile seen = store().status("s3a://plain/m/d.flac");
    client.deleteObject(r -> r.bucket("plain").key("m/d.flac"));
    assertThatThrownBy(() -> store().replace(seen, content("mine"), false))
        .isInstanceOf(ReplacedSinceException.class);
    assertThatThrownBy(() -> store().status(seen.uri())).isInstanceOf(FileNotFoundException.class);
  }

  private ConditionalStore store() {
    return (ConditionalStore) stores.of("s3a://plain/");
  }

  private Path content(String text) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "new", ".bin"), text);
  }

  private void put(String bucket, String key, String text) {
    client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(text));
  }
}
