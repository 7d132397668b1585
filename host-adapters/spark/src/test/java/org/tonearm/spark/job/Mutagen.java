package org.tonearm.spark.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks mutagen, which is no code of ours, about tags. */
final class Mutagen {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SCRIPT =
      """
      import sys, mutagen
      for number, name in enumerate(sys.argv[1:]):
          tags = mutagen.File(name).tags or {}
          keys = [str(key).lower() for key in tags.keys()]
          found = [key for key in keys if key.endswith(('tcon', 'tmoo', 'genre', 'gen', 'mood'))]
          if found:
              print(number)
      """;

  private Mutagen() {}

  /** The numbers of files with a genre or a mood. */
  static List<String> tagged(List<Path> files) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)), "python3 is not there (Debian: python3-mutagen)");
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", SCRIPT));
    files.forEach(file -> command.add(file.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    assumeTrue(
        !told.contains("No module named 'mutagen'"),
        "mutagen is not there (Debian: python3-mutagen)");
    if (code != 0) {
      throw new IllegalStateException(told);
    }
    return told.lines().toList();
  }
}
