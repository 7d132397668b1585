package org.tonearm.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window on a screen in memory. */
final class PanelWindowTest {

  @TempDir Path temp;

  @Test
  void closingTheWindowEndsWhatIsGoingOn() throws IOException, InterruptedException {
    assertThat(onScreen(PanelWindowMain.class))
        .isEqualTo("listening\nplaying\nclosed\nended\nsilent\n");
  }

  @Test
  void keyboardAndMouseDoWhatTheyShould() throws IOException, InterruptedException {
    for (String name : new String[] {"rock", "jazz", "noise"}) {
      FakeFile.make(temp.resolve("music/" + name + ".mp3"), 30, name);
    }
    List<String> told = onScreen(PanelRobotMain.class, temp.toString()).lines().toList();
    assertThat(told).hasSize(11);
    assertThat(told)
        .contains("listened: 3", "search: true", "cover: true", "sound: true", "hover: true");
    assertThat(told.get(2)).startsWith("told: Written: 1. Failed: 0.");
    assertThat(told.get(3)).contains("genre=Punk").doesNotContain("Rock");
    assertThat(told.get(6)).matches("spot: (1:5\\d|2:0\\d) of 4:00");
    assertThat(seconds(told.get(7))).isEqualTo(seconds(told.get(6)) + 5);
    assertThat(told.get(8)).matches("region: [1-9]\\d* tracks in the region");
    assertThat(told.get(10)).isEqualTo("zoomed: 0 tracks in the region");
  }

  private static int seconds(String told) {
    String[] clock = told.substring(told.indexOf(' ') + 1).split("[: ]", 3);
    return 60 * Integer.parseInt(clock[0]) + Integer.parseInt(clock[1]);
  }

  private static String onScreen(Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Process screen = screen();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))) {
      String display = reader.readLine();
      assumeTrue(display != null, "Xvfb could not start.");
      return window(":" + display, main, arguments);
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

  private static String window(String display, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=false",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    java.environment().put("DISPLAY", display);
    Process process = java.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
