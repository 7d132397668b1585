package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;
import org.tonearm.spark.store.S3Server;
import software.amazon.awssdk.services.s3.S3Client;

/** A killed task has often replaced one recording more than it noted; undo must know of it. */
final class UndoAfterKillTest {
  @TempDir Path folder;
  private Path music;
  private AudioStore store;
  private Applying applying;

  @BeforeEach
  void begin() {
    music = folder.resolve("music");
    AudioStores stores = new AudioStores(new Configuration(false));
    store = stores.of("file:///");
    applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
  }

  @Test
  void whatWasReplacedWithoutANoteIsTakenBack() throws Exception {
    List<Path> songs = Songs.many(music, 3);
    byte[] before = Files.readAllBytes(songs.get(0));
    applying.apply("killed", Songs.plans(store, songs));
    changeEnds(line -> "");
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("open");

    assertThat(applying.undo("undo", applying.rows(false)))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(Mutagen.genres(songs)).containsOnly("Other");
    assertThat(songs.get(0)).hasBinaryContent(before);
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("undone");
  }

  @Test
  void whatWasGivenUpButCameToBeIsTakenBack() throws Exception {
    List<Path> songs = Songs.many(music, 1);
    applying.apply("late", Songs.plans(store, songs));
    changeEnds(
        line ->
            line.replace("\"written\"", "\"failed\"")
                .replace("\"code\":\"\"", "\"code\":\"interrupted\""));
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("failed");

    assertThat(applying.undo("undo", applying.rows(false)))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(Mutagen.genres(songs)).containsOnly("Other");
  }

  @Test
  void whatNeverCameToBeIsLeftAloneAndGivenUp() throws Exception {
    List<Path> songs = Songs.many(music, 1);
    Path song = songs.get(0);
    byte[] before = Files.readAllBytes(song);
    FileTime time = Files.getLastModifiedTime(song);
    applying.apply("killed", Songs.plans(store, songs));
    changeEnds(line -> "");
    Path old = Files.write(folder.resolve("old"), before);
    Files.setLastModifiedTime(old, time);
    Files.move(old, song, StandardCopyOption.REPLACE_EXISTING);
    Object file = Files.getAttribute(song, "unix:ino");

    for (String attempt : List.of("undo", "again")) {
      assertThat(applying.undo(attempt, applying.rows(false)))
          .extracting(ApplyOutcome::status)
          .containsOnly("already");
      assertThat(applying.rows(false)).extracting(JournalRow::code).containsOnly("interrupted");
    }
    assertThat(Files.getAttribute(song, "unix:ino")).isEqualTo(file);
    assertThat(applying.rows(true)).isEmpty();
  }

  @Test
  void anApplyOfAnotherPlanNotesWhatStandsThere() throws Exception {
    List<Path> songs = Songs.many(music, 1);
    applying.apply("killed", Songs.plans(store, songs));
    changeEnds(line -> "");
    PlannedChange now = Songs.plan(store, AudioUri.of(songs.get(0)), songs.get(0));
    PlannedChange other =
        new PlannedChange(
            now.uri(),
            now.size(),
            now.version(),
            now.fingerprint(),
            List.of(new Change("genre", List.of("Jazz"), List.of("Soul"), "test")));
    assertThat(applying.apply("second", List.of(other)))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(applying.rows(false))
        .extracting(JournalRow::state)
        .containsExactly("written", "written");
  }

  @Test
  void anObjectThatWasReplacedWithoutANoteIsTakenBack() throws Exception {
    List<Path> songs = Songs.many(music, 1);
    try (S3Server server = S3Server.start();
        S3Client client = server.client()) {
      server.makeBucket("killed", false);
      client.putObject(r -> r.bucket("killed").key("a.flac"), songs.get(0));
      AudioStores stores = new AudioStores(server.settings());
      String uri = "s3a://killed/a.flac";
      applying = new Applying(stores, AudioUri.of(folder.resolve("out")), true);
      applying.apply("killed", List.of(Songs.plan(stores.of(uri), uri, songs.get(0))));
      changeEnds(line -> "");

      assertThat(applying.undo("undo", applying.rows(false)))
          .extracting(ApplyOutcome::status)
          .containsOnly("undone");
      assertThat(client.getObjectAsBytes(r -> r.bucket("killed").key("a.flac")).asByteArray())
          .isEqualTo(Files.readAllBytes(songs.get(0)));
      assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("undone");
    }
  }

  /** Makes the journals what a kill would have left of them. */
  private void changeEnds(UnaryOperator<String> change) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("out/journal"))) {
      for (Path journal : files.filter(f -> f.toString().endsWith(".jsonl")).toList()) {
        List<String> lines =
            Files.readAllLines(journal, StandardCharsets.UTF_8).stream()
                .map(line -> line.contains("\"note\":\"end\"") ? change.apply(line) : line)
                .filter(line -> !line.isEmpty())
                .toList();
        Files.write(journal, lines, StandardCharsets.UTF_8);
      }
    }
  }
}
