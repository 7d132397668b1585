package org.tonearm.beatunes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command tonearm, asked what it would write; nothing is written by it: beaTunes alone writes
 * the files of its library.
 *
 * @param command program and first arguments
 */
record TonearmProgram(List<String> command) {
  /** Copies the list. */
  TonearmProgram {
    command = List.copyOf(command);
  }

  /**
   * Hears a file.
   *
   * @param replace whether values that are in its tags may be replaced, by Tonearm's own rule
   * @throws IOException if it could not be heard; the message is Tonearm's
   * @throws InterruptedException if the thread is interrupted; the process is ended
   */
  Heard hear(Path file, boolean replace) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("tag", "--dry-run", "--json", "--comment-block", "off"));
    words.addAll(List.of("--policy", replace ? "replace" : "fill", file.toString()));
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      process.getOutputStream().close();
      String line;
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        line = out.readLine();
      }
      int code = process.waitFor();
      if (line == null) {
        throw new IOException(file + ": tonearm ended with " + code + " and said nothing.");
      }
      return heard(JsonLine.read(line));
    } finally {
      process.destroy();
    }
  }

  private static Heard heard(Map<?, ?> answer) throws IOException {
    if ("failed".equals(answer.get("status")) && answer.get("error") instanceof Map<?, ?> error) {
      throw new IOException(String.valueOf(error.get("message")));
    }
    String genre = "";
    String mood = "";
    if (answer.get("changes") instanceof List<?> changes) {
      for (Object change : changes) {
        if (change instanceof Map<?, ?> one && one.get("after") instanceof List<?> after) {
          String words = String.join("; ", after.stream().map(String::valueOf).toList());
          genre = "genre".equals(one.get("field")) ? words : genre;
          mood = "mood".equals(one.get("field")) ? words : mood;
        }
      }
    }
    return new Heard(genre, mood);
  }
}
