package org.tonearm.standalone;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Mutagen as judge of what a watch has tagged, asked through {@code watched.py}. */
final class WatchJudge {
  private static final String PYTHON = "/usr/bin/python3";

  private WatchJudge() {}

  /** Whether it is installed. */
  static boolean present() throws InterruptedException {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import mutagen.wave")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it says, line by line; the last one is {@code N files, 0 wrong} if all is well. */
  static List<String> judge(Path folder, int files)
      throws IOException, InterruptedException, URISyntaxException {
    Path script =
        Path.of(Objects.requireNonNull(WatchJudge.class.getResource("watched.py")).toURI());
    Process process =
        new ProcessBuilder(PYTHON, script.toString(), folder.toString(), "" + files)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said.lines().filter(line -> !line.isEmpty()).toList();
  }
}
