package org.tonearm.installer.command;

import java.util.ArrayList;
import java.util.List;

/** What fish completes. */
public final class FishCompletion {
  private FishCompletion() {}

  /** The file for fish's folder of completions. */
  public static String text(Described root) {
    List<String> lines = new ArrayList<>();
    lines.add("# Made from the program itself.");
    for (Described verb : root.verbs()) {
      lines.add(
          "complete -c tonearm -f -n __fish_use_subcommand -a "
              + verb.verb()
              + " -d "
              + quoted(verb.summary()));
    }
    options(lines, "__fish_use_subcommand", root);
    for (Described verb : root.verbs()) {
      verb(lines, verb);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void verb(List<String> lines, Described verb) {
    String seen = "__fish_seen_subcommand_from " + verb.verb();
    List<String> below = verb.verbs().stream().map(Described::verb).toList();
    String chosen = "__fish_seen_subcommand_from " + String.join(" ", below);
    for (Described each : verb.verbs()) {
      lines.add(
          "complete -c tonearm -f -n "
              + quoted(seen + "; and not " + chosen)
              + " -a "
              + each.verb()
              + " -d "
              + quoted(each.summary()));
      options(lines, seen + "; and __fish_seen_subcommand_from " + each.verb(), each);
    }
    options(lines, below.isEmpty() ? seen : seen + "; and not " + chosen, verb);
  }

  private static void options(List<String> lines, String when, Described command) {
    for (Described.Flag option : command.options()) {
      StringBuilder line = new StringBuilder("complete -c tonearm -n " + quoted(when));
      for (String name : option.names()) {
        line.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
      }
      if (!option.words().isEmpty()) {
        line.append(" -x -a ").append(quoted(String.join(" ", option.words())));
      } else if (!option.value().isEmpty()) {
        line.append(" -r");
      }
      lines.add(line + " -d " + quoted(firstSentence(option.text())));
    }
  }

  /** What fits on a line of suggestions. */
  static String firstSentence(String text) {
    return text.replaceFirst("(?s)(?<=[a-z)])[.;] .*", "").replaceFirst("\\.$", "");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
