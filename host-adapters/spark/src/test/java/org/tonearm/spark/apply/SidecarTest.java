package org.tonearm.spark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.spark.bench.MadeUpArchive;
import org.tonearm.spark.store.AudioStores;
import org.tonearm.spark.store.AudioUri;

/** Where recordings can't be replaced. */
final class SidecarTest {
  private static final String SONG = "made://archive/1/0.mp3";

  @TempDir Path folder;

  @Test
  void anotherPlanOfTheSameLengthReplacesIt() throws Exception {
    AudioStores stores = new AudioStores(Map.of("fs.made.impl", MadeUpArchive.class.getName()));
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    for (String genre : List.of("Jazz", "Soul", "Jazz")) {
      assertThat(applying.apply("a", List.of(plan(stores, genre))))
          .extracting(ApplyOutcome::status)
          .containsExactly("sidecar");
      assertThat(sidecar()).content().contains("\"genre\":[\"" + genre + "\"]");
    }
  }

  @Test
  void onePlanLaysItDownOnce() throws Exception {
    AudioStores stores = new AudioStores(Map.of("fs.made.impl", MadeUpArchive.class.getName()));
    Applying applying = new Applying(stores, AudioUri.of(folder.resolve("out")), false);
    applying.apply("a", List.of(plan(stores, "Jazz")));
    Object file = Files.getAttribute(sidecar(), "unix:ino");
    applying.apply("b", List.of(plan(stores, "Jazz")));
    assertThat(Files.getAttribute(sidecar(), "unix:ino")).isEqualTo(file);
    assertThat(applying.rows(false)).hasSize(1);
  }

  private static PlannedChange plan(AudioStores stores, String genre) throws Exception {
    var seen = stores.of(SONG).status(SONG);
    return new PlannedChange(
        SONG,
        seen.size(),
        seen.version(),
        "",
        List.of(new Change("genre", List.of(), List.of(genre), "test")));
  }

  private Path sidecar() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("out/sidecars"))) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
