package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.journal.JournalFolder;
import org.tonearm.spark.journal.JournalRow;
import org.tonearm.spark.store.AudioStore;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;

final class LocalApplyTest {
  @TempDir Path folder;
  private Path music;
  private AudioStores stores;
  private AudioStore store;
  private Applying applying;

  @BeforeEach
  void begin() {
    music = folder.resolve("music");
    stores = new AudioStores(new Configuration(false));
    store = stores.of("file:///");
    applying = new Applying(stores, AudioUri.of(folder.resolve("out put")), false);
  }

  @Test
  void songsOfEveryFormatAreWrittenOnceAndComeBackByteForByte() throws Exception {
    List<Path> songs = Songs.ofEveryFormat(music);
    Map<Path, byte[]> before = new HashMap<>();
    for (Path song : songs) {
      before.put(song, Files.readAllBytes(song));
    }
    List<String> names = Songs.names(music);
    List<String> genres = Mutagen.genres(songs);
    List<PlannedChange> plans = Songs.plans(store, songs);

    assertThat(applying.apply("first", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(Mutagen.genres(songs)).containsOnly("Jazz");
    assertThat(Songs.names(music)).isEqualTo(names);
    List<Object> files = keys(songs);

    assertThat(applying.apply("second", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(keys(songs)).isEqualTo(files);
    List<JournalRow> rows = applying.rows(false);
    assertThat(rows).hasSameSizeAs(songs).allMatch(row -> row.state().equals("written"));
    assertThat(rows).extracting(row -> row.before().get("genre")).containsOnly(List.of("Other"));

    assertThat(applying.undo("third", rows))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(Mutagen.genres(songs)).isEqualTo(genres);
    for (Path song : songs) {
      assertThat(Files.readAllBytes(song)).as(song.toString()).isEqualTo(before.get(song));
    }
    assertThat(applying.undo("fourth", rows))
        .extracting(ApplyOutcome::status)
        .containsOnly("undone");
    assertThat(applying.rows(false)).extracting(JournalRow::state).containsOnly("undone");
    assertThat(applying.rows(true)).hasSameSizeAs(songs);
    assertThat(Songs.names(music)).isEqualTo(names);
  }

  @Test
  void whatWasChangedSinceIsLeftAloneAndWhatIsPoisonedCostsItself() throws Exception {
    List<Path> songs = Songs.many(music, 5);
    List<PlannedChange> plans = new ArrayList<>(Songs.plans(store, songs));
    Files.write(songs.get(0), new byte[] {0}, StandardOpenOption.APPEND);
    Files.delete(songs.get(1));
    byte[] poison = Files.readAllBytes(songs.get(2));
    Arrays.fill(poison, 4, 60, (byte) 0xff);
    Files.write(songs.get(2), poison);
    var looks = store.status(AudioUri.of(songs.get(2)));
    plans.set(
        2,
        new PlannedChange(looks.uri(), looks.size(), looks.version(), "", plans.get(2).changes()));
    plans.set(
        3,
        new PlannedChange(
            plans.get(3).uri(),
            plans.get(3).size(),
            plans.get(3).version(),
            plans.get(3).fingerprint(),
            List.of(new Change("genre", List.of("Pop"), List.of("Jazz"), "test"))));

    List<ApplyOutcome> outcomes = applying.apply("first", plans);
    assertThat(outcomes)
        .extracting(ApplyOutcome::status)
        .containsExactly("skipped", "skipped", "failed", "skipped", "written");
    assertThat(outcomes)
        .extracting(ApplyOutcome::code)
        .startsWith("changed-since-plan", "missing")
        .endsWith("changed-since-plan", "");
    assertThat(Files.readAllBytes(songs.get(2))).isEqualTo(poison);
    assertThat(applying.rows(false)).hasSize(5).allMatch(JournalRow::latest);
  }

  @Test
  void aFieldThatSomebodyChangedSinceStaysAtAnUndo() throws Exception {
    List<Path> songs = Songs.many(music, 1);
    applying.apply("first", Songs.plans(store, songs));
    List<JournalRow> rows = applying.rows(false);
    PlannedChange again = Songs.plan(store, AudioUri.of(songs.get(0)), songs.get(0));
    applying.apply(
        "second",
        List.of(
            new PlannedChange(
                again.uri(),
                again.size(),
                again.version(),
                again.fingerprint(),
                List.of(new Change("genre", List.of("Jazz"), List.of("Soul"), "test")))));
    List<ApplyOutcome> undone = applying.undo("third", rows);
    assertThat(undone).extracting(ApplyOutcome::status).containsExactly("skipped");
    assertThat(undone.get(0).message()).contains("genre");
    assertThat(Mutagen.genres(songs)).containsExactly("Soul");
  }

  @Test
  void twoTasksAtOnceWriteEachSongOnce() throws Exception {
    List<Path> songs = Songs.many(music, 60);
    List<PlannedChange> plans = Songs.plans(store, songs);
    JournalFolder.prepare(stores, applying.output(), plans.size());
    ExecutorService tasks = Executors.newFixedThreadPool(3);
    try {
      List<Future<List<ApplyOutcome>>> running = new ArrayList<>();
      for (String attempt : List.of("a", "b", "c")) {
        Callable<List<ApplyOutcome>> task = () -> applying.apply(attempt, plans);
        running.add(tasks.submit(task));
      }
      for (Future<List<ApplyOutcome>> task : running) {
        assertThat(task.get()).extracting(ApplyOutcome::status).containsOnly("written");
      }
    } finally {
      tasks.shutdownNow();
    }
    assertThat(Mutagen.genres(songs)).containsOnly("Jazz");
    assertThat(applying.rows(false).stream().filter(row -> row.state().equals("written")))
        .hasSameSizeAs(songs)
        .extracting(JournalRow::uri)
        .doesNotHaveDuplicates();
    assertThat(Songs.names(music)).hasSameSizeAs(songs);
  }

  @Test
  void aTornLineIsPassedOver() throws Exception {
    List<Path> songs = Songs.many(music, 2);
    List<PlannedChange> plans = Songs.plans(store, songs);
    applying.apply("first", plans);
    Path journal;
    try (Stream<Path> files = Files.walk(folder.resolve("out put/journal"))) {
      journal = files.filter(f -> f.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(whole, whole.length - 40));
    JournalFolder journals = JournalFolder.open(stores, applying.output());
    assertThat(journals.read(0).damaged()).isEqualTo(1);
    assertThat(applying.rows(false))
        .extracting(JournalRow::state)
        .containsExactlyInAnyOrder("written", "open");
    assertThat(applying.apply("second", plans))
        .extracting(ApplyOutcome::status)
        .containsOnly("written");
    assertThat(applying.rows(false))
        .extracting(JournalRow::state)
        .containsExactly("written", "written");
  }

  private static List<Object> keys(List<Path> songs) throws Exception {
    List<Object> keys = new ArrayList<>();
    for (Path song : songs) {
      keys.add(Files.getAttribute(song, "unix:ino"));
    }
    return keys;
  }
}
