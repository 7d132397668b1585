package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.journal.Begun;
import org.tonearm.spark.journal.BucketJournal;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.Writer;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;

/** Copies that killed tasks left beside recordings. */
final class LeftOverCopyTest {
  @TempDir Path folder;

  @Test
  void oneThatCannotBeRemovedIsToldAndCostsNothingElse() throws Exception {
    List<Path> songs = Songs.many(folder.resolve("music"), 2);
    AudioStores stores = new AudioStores(new Configuration(false));
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    List<PlannedChange> plans = Songs.plans(stores.of("file:///"), songs);
    // A folder that is not empty can't be removed as a file, by no user.
    Path stuck = Files.createDirectories(folder.resolve("music/.tonearm-0123.flac/inside"));
    Path gone = folder.resolve("music/.tonearm-4567.flac");
    Writer ended = new Writer(Writer.own().host(), Long.MAX_VALUE, 1);
    JournalFolder journals = JournalFolder.prepare(stores, applying.output(), 1);
    try (BucketJournal journal = journals.bucket(0, "killed")) {
      for (Path copy : List.of(stuck.getParent(), gone)) {
        String id = copy.getFileName().toString();
        Begun begun = new Begun(id, plans.get(0).uri(), AudioUri.of(copy), ended, Instant.now());
        journal.append(begun, true);
      }
    }

    List<ApplyOutcome> outcomes = applying.apply("next", plans);
    assertThat(outcomes).extracting(ApplyOutcome::status).containsOnly("written");
    assertThat(outcomes.get(0).warnings())
        .singleElement()
        .asString()
        .contains(stuck.getParent().toString(), "could not be removed");
    assertThat(outcomes.get(1).warnings()).isEmpty();
    assertThat(applying.undo("back", applying.rows(false)))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
  }
}
