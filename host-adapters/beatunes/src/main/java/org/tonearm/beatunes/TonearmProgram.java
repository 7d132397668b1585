package org.tonearm.beatunes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    // Files, not pipes: whoever reads a pipe is not interrupted.
    Path folder = Files.createTempDirectory("tonearm-");
    Path said = folder.resolve("said.json");
    Path told = folder.resolve("told.txt");
    try {
      int code = run(words, said, told);
      Optional<String> line = first(said);
      if (line.isEmpty()) {
        throw new IOException(
            file
                + ": tonearm ended with "
                + code
                + first(told).map(why -> ": " + why).orElse(" and said nothing."));
      }
      return heard(JsonLine.read(line.get()));
    } finally {
      delete(said);
      delete(told);
      delete(folder);
    }
  }

  /** Windows holds what a process still writes to: then it stays, for the system to clear away. */
  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It lies among the temporary files.
    }
  }

  private static int run(List<String> words, Path said, Path told)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(said.toFile())
            .redirectError(told.toFile())
            .start();
    try {
      process.getOutputStream().close();
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  private static Optional<String> first(Path text) throws IOException {
    // As text of any kind: what is told may come in another encoding.
    return new String(Files.readAllBytes(text), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst();
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
