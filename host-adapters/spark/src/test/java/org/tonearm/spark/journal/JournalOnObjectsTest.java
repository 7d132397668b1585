package org.tonearm.spark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.S3Server;

/** Notes as objects, which never change. */
final class JournalOnObjectsTest {
  private static final String OUTPUT = "s3a://notes/out";

  @Test
  void eachObjectIsReadOnceHoweverOftenABucketIsAskedForNews() throws Exception {
    try (S3Server server = S3Server.start()) {
      server.makeBucket("notes", false);
      AudioStores stores = new AudioStores(server.settings());
      JournalFolder journals = JournalFolder.prepare(stores, OUTPUT, 1);
      try (BucketJournal one = journals.bucket(0, "one");
          BucketJournal two = journals.bucket(0, "two")) {
        for (int i = 0; i < 5; i++) {
          one.append(told("a" + i), true);
        }
        two.reread();
        long before = opened(stores);
        one.reread();
        two.reread();
        assertThat(opened(stores)).isEqualTo(before);
        one.append(end("late"), true);
        two.reread();
        assertThat(two.end("late")).isPresent();
        assertThat(opened(stores)).isEqualTo(before + 1);
      }
      assertThat(journals.read(0).notes()).hasSize(6);
    }
  }

  private static long opened(AudioStores stores) throws Exception {
    return stores.fileSystem(OUTPUT).getStorageStatistics().getLong("stream_read_opened");
  }

  private static End end(String id) {
    return new End(id, "s3a://notes/x.mp3", States.WRITTEN, "", "", "", Instant.EPOCH);
  }

  private static Told told(String name) {
    String uri = "s3a://notes/" + name;
    return new Told("run", "a", Kind.APPLY, uri, "", States.SKIPPED, "io", "", Instant.EPOCH);
  }
}
