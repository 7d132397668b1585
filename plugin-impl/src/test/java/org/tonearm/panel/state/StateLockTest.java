package org.tonearm.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateLockTest {
  @TempDir Path temp;

  @Test
  void onePanelAtATimeHasIt() {
    Path state = temp.resolve("data/panel.json");
    StateLock first = StateLock.take(state).orElseThrow();
    assertThat(StateLock.take(state)).isEmpty();
    assertThat(StateLock.take(temp.resolve("other/panel.json"))).isPresent();
    first.close();
    StateLock second = StateLock.take(state).orElseThrow();
    first.close();
    assertThat(StateLock.take(state)).as("closed twice").isEmpty();
    second.close();
  }

  @Test
  void whatSomebodyElseHasIsNotTaken() throws Exception {
    Path state = temp.resolve("panel.json");
    try (FileChannel channel =
            FileChannel.open(
                temp.resolve("panel.json.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(StateLock.take(state)).isEmpty();
    }
    StateLock.take(state).orElseThrow().close();
  }
}
