package org.tonearm.spark.apply;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What mutagen reads of songs, which is no code of ours. */
final class Mutagen {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SCRIPT =
      """
      import sys, mutagen
      for name in sys.argv[1:]:
          tags = mutagen.File(name).tags or {}
          values = tags.get('TCON') or tags.get('genre') or tags.get('\\xa9gen')
          print(list(values)[0] if values else '')
      """;

  private Mutagen() {}

  /** The genre of each song, in order; skips the test where mutagen is not installed. */
  static List<String> genres(List<Path> songs) throws Exception {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", SCRIPT));
    assumeTrue(installed(), "mutagen is not installed (Debian: python3-mutagen)");
    songs.forEach(song -> command.add(song.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(told);
    }
    return told.lines().toList();
  }

  private static boolean installed() throws Exception {
    return Files.isExecutable(Path.of(PYTHON))
        && new ProcessBuilder(PYTHON, "-c", "import mutagen").start().waitFor() == 0;
  }
}
