package org.tonearm.tag.wild;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Other programs, without which a case skips itself. */
final class Other {
  private Other() {}

  /** Runs a shell command in a folder; skips the test where the system can't do it. */
  static void shell(Path folder, String reason, String command) throws InterruptedException {
    boolean done;
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      shell.getInputStream().readAllBytes();
      done = shell.waitFor() == 0;
    } catch (IOException e) {
      done = false;
    }
    assumeTrue(done, reason);
  }

  /** A process that runs until its input ends, once it has said that it is ready. */
  static Process holding(String reason, String... command) throws IOException {
    Process process = null;
    String said = "";
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
      said = new String(process.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      said = e.toString();
    }
    assumeTrue(said.equals("ready"), reason);
    return process;
  }
}
