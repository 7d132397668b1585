package org.tonearm.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A made-up audio format in lines of text: {@code FAKE seconds label}, then {@code key=value}
 * lines.
 */
final class FakeFile {
  private FakeFile() {}

  static Path make(Path file, int seconds, String label, String... tags) throws IOException {
    Files.createDirectories(file.getParent());
    String text = "FAKE " + seconds + " " + label + "\n" + String.join("\n", tags) + "\n";
    return Files.writeString(file, text);
  }

  static List<String> lines(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
