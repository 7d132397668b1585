package org.tonearm.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A screen of Xvfb, on which programs are run; without Xvfb the test is skipped. */
final class ScreenInMemory implements AutoCloseable {
  private final Process screen;
  private final String display;

  ScreenInMemory() throws IOException {
    screen = start();
    display = display(screen);
  }

  /** It writes the number of its display to its output. */
  private static Process start() {
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

  /** What a program wrote to its output, and the status it ended with. */
  record Ended(String said, int status) {}

  /** Runs a class of this class path on the screen, in a process of its own. */
  Ended run(Class<?> main, String... arguments) throws IOException, InterruptedException {
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
    return new Ended(said, process.waitFor());
  }

  @Override
  public void close() {
    screen.destroy();
    screen.onExit().join();
  }
}
