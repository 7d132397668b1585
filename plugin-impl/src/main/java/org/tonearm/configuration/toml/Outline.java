package org.tonearm.configuration.toml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;

/**
 * Where the tables and values of a TOML text stand. Values within braces count as one value. Made
 * for texts that are valid TOML; of others it may know less.
 *
 * @param tables heads of tables, in the order of the text
 * @param values with their keys, in the order of the text
 */
record Outline(List<Table> tables, List<Value> values) {

  /**
   * A head such as {@code [tagging]}.
   *
   * @param path the parts of its name
   * @param start of its first sign
   * @param end after its last bracket
   */
  record Table(List<String> path, int start, int end) {}

  /**
   * A value with its key.
   *
   * @param path the parts of its full key
   * @param table index of the table it stands in, -1 before the first
   * @param start of the key
   * @param from of the value
   * @param to after the value
   */
  record Value(List<String> path, int table, int start, int from, int to) {}

  Outline {
    tables = List.copyOf(tables);
    values = List.copyOf(values);
  }

  /**
   * Looks through a text.
   *
   * @throws IllegalArgumentException if it is no TOML as far as that is needed here
   */
  static Outline of(String text) {
    return new Reader(text).read();
  }

  Optional<Value> value(List<String> path) {
    return values.stream().filter(value -> value.path().equals(path)).findFirst();
  }

  /** The index of a table's head; -1 if it has none. */
  int table(List<String> path) {
    for (int i = 0; i < tables.size(); i++) {
      if (tables.get(i).path().equals(path)) {
        return i;
      }
    }
    return -1;
  }

  private static final class Reader {
    private final String text;
    private final List<Table> tables = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Outline read() {
      while (at < text.length()) {
        char sign = text.charAt(at);
        if (Character.isWhitespace(sign) || sign == '\uFEFF') {
          at++;
        } else if (sign == '#') {
          endOfLine();
        } else if (sign == '[') {
          head();
        } else {
          keyAndValue();
        }
      }
      return new Outline(tables, values);
    }

    private void head() {
      int start = at;
      while (at < text.length() && text.charAt(at) == '[') {
        at++;
      }
      List<String> path = key(']');
      while (at < text.length() && text.charAt(at) == ']') {
        at++;
      }
      tables.add(new Table(path, start, at));
      endOfLine();
    }

    private void keyAndValue() {
      int start = at;
      List<String> key = key('=');
      at++;
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
      int from = at;
      value();
      int to = at;
      while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      List<String> path = new ArrayList<>();
      if (!tables.isEmpty()) {
        path.addAll(tables.get(tables.size() - 1).path());
      }
      path.addAll(key);
      values.add(new Value(List.copyOf(path), tables.size() - 1, start, from, to));
      endOfLine();
    }

    private List<String> key(char end) {
      int start = at;
      while (at < text.length() && text.charAt(at) != end) {
        char sign = text.charAt(at);
        if (sign == '\n') {
          throw new IllegalArgumentException("a key without its end");
        }
        if (sign == '"' || sign == '\'') {
          quoted();
        } else {
          at++;
        }
      }
      if (at == text.length()) {
        throw new IllegalArgumentException("a key without its end");
      }
      return Toml.parseDottedKey(text.substring(start, at).strip());
    }

    /** Goes to the comment or the end of the line after the value. */
    private void value() {
      int depth = 0;
      while (at < text.length()) {
        char sign = text.charAt(at);
        if (sign == '"' || sign == '\'') {
          quoted();
          continue;
        }
        if (depth == 0 && (sign == '\n' || sign == '#')) {
          return;
        }
        if (sign == '#') {
          endOfLine();
          continue;
        }
        if (sign == '[' || sign == '{') {
          depth++;
        } else if (sign == ']' || sign == '}') {
          depth--;
        }
        at++;
      }
    }

    private void quoted() {
      char quote = text.charAt(at);
      String three = String.valueOf(quote).repeat(3);
      boolean lines = text.startsWith(three, at);
      at += lines ? 3 : 1;
      while (at < text.length()) {
        char sign = text.charAt(at);
        if (sign == '\\' && quote == '"') {
          at += 2;
        } else if (lines && text.startsWith(three, at)) {
          at += 3;
          // The text itself may end in one or two of the quotes.
          while (at < text.length() && text.charAt(at) == quote) {
            at++;
          }
          return;
        } else if (!lines && sign == quote) {
          at++;
          return;
        } else {
          at++;
        }
      }
    }

    private void endOfLine() {
      while (at < text.length() && text.charAt(at) != '\n') {
        at++;
      }
    }
  }
}
