package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
    Process screen = screen();
    try {
      String display = display(screen);
      Path data = Files.createDirectory(temp.resolve("data"));
      assertThat(panel(display, "decide", data)).isEmpty();
      assertThat(panel(display, "look", data)).isEqualTo(AS_LEFT);
      assertThat(panel(display, "look", data)).as("once more").isEqualTo(AS_LEFT);
      Path killed = Files.createDirectory(temp.resolve("killed"));
      assertThat(panel(display, "kill", killed)).isEmpty();
      assertThat(panel(display, "look", killed)).isEqualTo(AS_LEFT);
    } finally {
      screen.destroy();
      screen.waitFor();
    }
  }

  /** It writes the number of its display to its output. */
  private static Process screen() {
    try {
      return new ProcessBuilder(
              "Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      assumeTrue(false, "Xvfb is not here (Debian: xvfb).");
      throw new IllegalStateException(e);
    }
  }

  private static String display(Process screen) throws IOException {
    String number =
        new BufferedReader(
                new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
    assumeTrue(number != null, "Xvfb could not start.");
    return ":" + number;
  }

  private static String panel(String display, String what, Path data)
      throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                PanelStateMain.class.getName(),
                what,
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    java.environment().put("DISPLAY", display);
    Process process = java.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
