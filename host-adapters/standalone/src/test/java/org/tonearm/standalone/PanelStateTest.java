package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel is opened as it was left, on a screen in memory. */
final class PanelStateTest {
  private static final String AS_LEFT =
      """
      view tab.map
      places [/music]
      search harbour
      narrowed WOULD_CHANGE Polka /music/live 35 90
      column 1 321
      sorted by 1
      size 900
      waiting 3
      accepted 2
      rejected 1
      """;

  @TempDir Path temp;

  @Test
  void itIsOpenedAsItWasLeft() throws IOException, InterruptedException {
    try (ScreenInMemory screen = new ScreenInMemory()) {
      Path data = Files.createDirectory(temp.resolve("data"));
      assertThat(panel(screen, "decide", data)).isEmpty();
      assertThat(panel(screen, "look", data)).isEqualTo(AS_LEFT);
      assertThat(panel(screen, "look", data)).as("once more").isEqualTo(AS_LEFT);
      Path killed = Files.createDirectory(temp.resolve("killed"));
      assertThat(panel(screen, "kill", killed)).isEmpty();
      assertThat(panel(screen, "look", killed)).isEqualTo(AS_LEFT);
    }
  }

  private static String panel(ScreenInMemory screen, String what, Path data)
      throws IOException, InterruptedException {
    ScreenInMemory.Ended ended = screen.run(PanelStateMain.class, what, data.toString());
    assertThat(ended.status()).isZero();
    return ended.said();
  }
}
