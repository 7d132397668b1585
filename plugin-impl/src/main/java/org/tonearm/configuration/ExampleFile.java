package org.tonearm.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration file with every setting, for the user to change. Stateless. */
public final class ExampleFile {
  private static final int WIDTH = 96;

  private ExampleFile() {}

  /** The text: every setting with its default, switched off by a {@code #} before it. */
  public static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Tonearm's configuration, in TOML. Take away the # before a setting to change it; what is
            # not set has its default, which is what stands here. 'tonearm config' shows what holds.
            """);
    Map<String, List<Key<?>>> sections = new LinkedHashMap<>();
    Keys.FIXED.forEach(
        key -> sections.computeIfAbsent(key.section(), k -> new ArrayList<>()).add(key));
    sections.forEach(
        (section, keys) -> {
          text.append("\n[").append(section).append("]\n");
          keys.forEach(key -> setting(key, text));
          Keys.TABLES.stream()
              .filter(table -> table.name().startsWith(section + "."))
              .forEach(table -> table(table, text));
          if (section.equals("taxonomy")) {
            table(Keys.MOODS, text);
          }
        });
    return text.toString();
  }

  private static void setting(Key<?> key, StringBuilder text) {
    prose(key.meaning() + " Accepted: " + key.kind().accepted() + ".", text);
    text.append('#').append(key.word()).append(" = ").append(key.standardText()).append('\n');
  }

  private static void table(TableKey<?> table, StringBuilder text) {
    text.append("\n[").append(table.name()).append("]\n");
    prose(table.meaning() + " Accepted: " + table.kind().accepted() + ".", text);
    text.append('#').append(table.example()).append('\n');
  }

  private static void prose(String sentence, StringBuilder text) {
    StringBuilder line = new StringBuilder("#");
    for (String word : sentence.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    text.append(line).append('\n');
  }
}
