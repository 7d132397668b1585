package org.tonearm.installer.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What zsh completes. */
public final class ZshCompletion {
  private ZshCompletion() {}

  /** The file {@code _tonearm} for a folder of zsh's functions. */
  public static String text(Described root) {
    List<String> lines = new ArrayList<>();
    lines.add("#compdef tonearm");
    lines.add("# Made from the program itself.");
    root.all().forEach(command -> function(lines, command));
    lines.add(function(root) + " \"$@\"");
    return String.join("\n", lines) + "\n";
  }

  private static void function(List<String> lines, Described command) {
    lines.add("");
    lines.add(function(command) + "() {");
    if (command.verbs().isEmpty()) {
      lines.add("  _arguments -s -S \\");
      command.options().forEach(option -> lines.add("    " + argument(option) + " \\"));
      lines.add("    '*:file:_files'");
    } else {
      lines.add("  local curcontext=$curcontext state line");
      lines.add("  _arguments -C -s -S \\");
      command.options().forEach(option -> lines.add("    " + argument(option) + " \\"));
      lines.add("    '1: :->verb' '*:: :->rest'");
      lines.add("  case $state in");
      lines.add("    verb)");
      lines.add("      local -a verbs=(");
      for (Described verb : command.verbs()) {
        lines.add(
            "        " + quoted(verb.verb() + ":" + FishCompletion.firstSentence(verb.summary())));
      }
      lines.add("      )");
      lines.add("      _describe -t verbs command verbs");
      lines.add("      ;;");
      lines.add("    rest)");
      lines.add("      case $line[1] in");
      for (Described verb : command.verbs()) {
        lines.add("        " + verb.verb() + ") " + function(verb) + " ;;");
      }
      lines.add("        *) _files ;;");
      lines.add("      esac");
      lines.add("      ;;");
      lines.add("  esac");
    }
    lines.add("}");
  }

  private static String function(Described command) {
    return "_" + String.join("_", command.name());
  }

  /** Names that exclude each other, what follows them, and what they do. */
  private static String argument(Described.Flag option) {
    String text = "[" + bracketed(FishCompletion.firstSentence(option.text())) + "]";
    String value = "";
    if (!option.words().isEmpty()) {
      value = ":" + label(option) + ":(" + String.join(" ", option.words()) + ")";
    } else if (!option.value().isEmpty()) {
      value = ":" + label(option) + ":_files";
    }
    String all = String.join(" ", option.names());
    String tail = text + value;
    return option.names().stream()
        .map(name -> quoted((option.names().size() > 1 ? "(" + all + ")" : "") + name + tail))
        .collect(Collectors.joining(" "));
  }

  private static String label(Described.Flag option) {
    return option.value().replaceAll("[^A-Za-z0-9|-]", " ").strip();
  }

  private static String bracketed(String text) {
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
