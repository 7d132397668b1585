package org.tonearm.installer.pages;

import java.util.ArrayList;
import java.util.List;

/** Parts a script into its simple commands and their words, as far as pages go. Stateless. */
final class ShellWords {
  private ShellWords() {}

  /**
   * The commands of a script, each with its words: quotes taken off, comments, redirections and
   * assignments before a command left out.
   */
  static List<List<String>> commands(String script) {
    List<List<String>> commands = new ArrayList<>();
    for (String line : script.replace("\\\n", " ").split("\n", -1)) {
      ofLine(line, commands);
    }
    return commands;
  }

  private static void ofLine(String line, List<List<String>> commands) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean begun = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : '\n';
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (!Character.isWhitespace(c) && "|&;".indexOf(c) < 0 && !(c == '#' && !begun)) {
        word.append(c);
        begun = true;
      } else {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
        if (!Character.isWhitespace(c) || c == '\n') {
          add(words, commands);
          words = new ArrayList<>();
        }
        if (c == '#') {
          return;
        }
      }
    }
  }

  private static void add(List<String> words, List<List<String>> commands) {
    List<String> kept = new ArrayList<>();
    boolean target = false;
    for (String word : words) {
      if (target) {
        target = false;
      } else if (word.matches("\\d?(>>?|<)")) {
        target = true;
      } else if (!word.matches("\\d?(>>?|<)\\S+")
          && !(kept.isEmpty() && word.matches("[A-Z_]+=.*"))) {
        kept.add(word);
      }
    }
    if (!kept.isEmpty()) {
      commands.add(List.copyOf(kept));
    }
  }
}
