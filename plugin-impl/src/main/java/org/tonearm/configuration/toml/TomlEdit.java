package org.tonearm.configuration.toml;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets and removes single values in a TOML text. Comments, order and all other values stay as they
 * stand, letter for letter. Stateless. Whoever edits should read the result before it is used: a
 * text may hold a value where it can't be edited, such as within braces.
 */
public final class TomlEdit {
  private TomlEdit() {}

  /**
   * The text with a value set: in its old place, else under the head of its table, else under a new
   * head at the end.
   *
   * @param path the parts of the key, at least two
   * @param value in TOML, as of {@link TomlText#value}
   * @throws IllegalArgumentException if the text is no TOML
   */
  public static String set(String text, List<String> path, String value) {
    Outline outline = Outline.of(text);
    Optional<Outline.Value> present = outline.value(path);
    if (present.isPresent()) {
      return text.substring(0, present.get().from()) + value + text.substring(present.get().to());
    }
    List<String> table = path.subList(0, path.size() - 1);
    String line = TomlText.key(path.subList(path.size() - 1, path.size())) + " = " + value;
    int head = outline.table(table);
    if (head >= 0) {
      return withLine(text, placeUnder(text, outline, head, path.get(path.size() - 1)), line);
    }
    Optional<Outline.Value> sibling =
        outline.values().stream()
            .filter(v -> v.path().size() > table.size())
            .filter(v -> v.path().subList(0, table.size()).equals(table))
            .filter(v -> depth(outline, v) < table.size())
            .reduce((first, second) -> second);
    if (sibling.isPresent()) {
      int depth = depth(outline, sibling.get());
      return withLine(
          text, sibling.get().to(), TomlText.key(path.subList(depth, path.size())) + " = " + value);
    }
    String gap = text.isBlank() ? "" : newline(text);
    return withLine(
        text, text.length(), gap + "[" + TomlText.key(table) + "]" + newline(text) + line);
  }

  /**
   * The text without a value; a comment behind the value stays.
   *
   * @param path the parts of the key
   * @throws IllegalArgumentException if the text is no TOML
   */
  public static String remove(String text, List<String> path) {
    Optional<Outline.Value> present = Outline.of(text).value(path);
    if (present.isEmpty()) {
      return text;
    }
    int end = endOfLine(text, present.get().to());
    String behind = text.substring(present.get().to(), end);
    if (!behind.isBlank()) {
      return text.substring(0, present.get().start()) + behind.stripLeading() + text.substring(end);
    }
    int start = text.lastIndexOf('\n', present.get().start() - 1) + 1;
    return text.substring(0, start) + text.substring(end);
  }

  /** After the line that shows the setting switched off, else after the last value of the table. */
  private static int placeUnder(String text, Outline outline, int head, String word) {
    int start = outline.tables().get(head).end();
    int end =
        head + 1 < outline.tables().size() ? outline.tables().get(head + 1).start() : text.length();
    Matcher off =
        Pattern.compile("(?m)^[ \t]*#[ \t]*" + Pattern.quote(word) + "[ \t]*=.*$")
            .matcher(text)
            .region(start, end);
    if (off.find()) {
      return off.start();
    }
    return outline.values().stream()
        .filter(value -> value.table() == head)
        .mapToInt(Outline.Value::to)
        .max()
        .orElse(start);
  }

  private static int depth(Outline outline, Outline.Value value) {
    return value.table() < 0 ? 0 : outline.tables().get(value.table()).path().size();
  }

  /** A line of its own after the one that a place stands in. */
  private static String withLine(String text, int place, String line) {
    int end = endOfLine(text, place);
    String before = text.substring(0, end);
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : newline(text);
    return before + gap + line + newline(text) + text.substring(end);
  }

  /** After the line's end. */
  private static int endOfLine(String text, int place) {
    int end = text.indexOf('\n', place);
    return end < 0 ? text.length() : end + 1;
  }

  private static String newline(String text) {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }
}
