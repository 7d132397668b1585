package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonearm.run.lock.RunLock;
import org.tonearm.run.lock.Waiting;
import org.tonearm.watch.WatchStatus;
import org.tonearm.watch.WatchStatus.Doing;

final class WatchPlaceTest {
  @TempDir Path temp;

  /** The computer's clock was wrong when the watch began, and has been put right since. */
  @Test
  void aWatchRunsAsLongAsItHoldsItsLockWhateverTheClockSays() throws Exception {
    WatchPlace place = new WatchPlace(temp);
    WatchStatus status = status(Instant.EPOCH, Doing.WAITING);
    assertThat(place.runs(status)).isFalse();
    RunLock lock =
        RunLock.take(temp, "tonearm watch", Waiting.telling(false, s -> {}, () -> false));
    try {
      assertThat(place.runs(status)).isTrue();
      assertThat(place.runs(status(Instant.EPOCH, Doing.ENDED))).isFalse();
    } finally {
      lock.close();
    }
    assertThat(place.runs(status(Instant.now().plus(Duration.ofDays(1)), Doing.WAITING))).isFalse();
  }

  private static WatchStatus status(Instant since, Doing doing) {
    return new WatchStatus(
        ProcessHandle.current().pid(),
        since,
        since,
        List.of(),
        doing,
        0,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }
}
