package org.tonearm.tag.write;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Mutagen and ffmpeg as judges of songs, asked through {@code judge.py}. */
final class KillJudge {
  private static final String PYTHON = "/usr/bin/python3";

  private KillJudge() {}

  /** What the judges say of a song. */
  record Opinion(String verdict, String strangers) {
    boolean is(String expected) {
      return verdict.equals(expected);
    }

    boolean good() {
      return is("old") || is("new");
    }
  }

  /** What is to be judged: stage {@code killed}, {@code tagged} or {@code undone}. */
  record Question(String stage, Path song, Path original, Path tagged) {}

  /** Whether both are installed. */
  static boolean present() throws InterruptedException {
    return Unix.works(PYTHON, "-c", "import mutagen") && Unix.works("ffmpeg", "-version");
  }

  /** Adds tags that must survive; does nothing where mutagen is missing. */
  static void dress(Collection<Path> songs) throws Exception {
    if (present()) {
      List<String> words = new ArrayList<>(List.of("dress"));
      songs.forEach(song -> words.add(song.toString()));
      ask(words, "");
    }
  }

  /** The fields, by mutagen's names, in which each tagged song differs from its original. */
  static List<String> changed(List<Path> originals, List<Path> tagged) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < originals.size(); i++) {
      lines.append(originals.get(i)).append('\t').append(tagged.get(i)).append('\n');
    }
    return ask(List.of("changed"), lines.toString());
  }

  static List<Opinion> judge(List<Question> questions) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Question q : questions) {
      lines
          .append(String.join("\t", q.stage(), q.song() + "", q.original() + "", q.tagged() + ""))
          .append('\n');
    }
    List<Opinion> opinions = new ArrayList<>();
    for (String answer : ask(List.of("judge"), lines.toString())) {
      String[] words = answer.split("\t", -1);
      opinions.add(new Opinion(words[0], words[1]));
    }
    if (opinions.size() != questions.size()) {
      throw new IOException(opinions.size() + " answers to " + questions.size() + " questions");
    }
    return opinions;
  }

  private static List<String> ask(List<String> words, String input) throws Exception {
    List<String> command = new ArrayList<>(List.of(PYTHON, script().toString()));
    command.addAll(words);
    Path lines = Files.createTempFile("questions", ".txt");
    try {
      Files.writeString(lines, input);
      Process process =
          new ProcessBuilder(command)
              .redirectInput(lines.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<String> answers =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      if (process.waitFor() != 0) {
        throw new IOException("judge.py failed: " + answers);
      }
      return answers;
    } finally {
      Files.delete(lines);
    }
  }

  private static Path script() throws URISyntaxException {
    return Path.of(KillJudge.class.getResource("judge.py").toURI());
  }
}
