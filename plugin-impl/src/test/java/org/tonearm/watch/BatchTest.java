package org.tonearm.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.api.Track;
import org.tonearm.library.index.FileStats;

final class BatchTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  @TempDir Path folder;
  private final FileStats stats = new FileStats();
  private final SettlingQueue queue = new SettlingQueue(PAUSE, stats, file -> false, () -> 0);

  @Test
  void aFileThatGrowsIsNotTakenWhereTheClockOfItsServerIsBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("song.mp3"), "half a song");
    assertThat(batch(file, Duration.ofSeconds(30)).hasNext()).isFalse();
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void aFileOfLastWeekNeedNotWait() throws IOException {
    Path file = Files.writeString(folder.resolve("song.mp3"), "a song");
    assertThat(batch(file, Duration.ofDays(7)).hasNext()).isTrue();
    assertThat(queue.size()).isZero();
  }

  /** What a scan met, by a clock that is ahead of that of the files. */
  private Batch batch(Path file, Duration ahead) {
    return new Batch(
        List.of(),
        List.of(new Track(file, "test")).iterator(),
        new WatchFilter(List.of(), List.of(), List.of()),
        stats,
        new Handled(),
        queue,
        PAUSE,
        () -> false,
        () -> false,
        () -> System.currentTimeMillis() + ahead.toMillis());
  }
}
