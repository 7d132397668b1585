package org.tonearm.beatunes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one line of JSON (RFC 8259) into maps, lists, texts, numbers and truth values, so that the
 * plugin needs no library in beaTunes. For one line; confined to a thread.
 */
final class JsonLine {
  private final String text;
  private int at;

  private JsonLine(String text) {
    this.text = text;
  }

  /**
   * Reads an object.
   *
   * @throws IOException if it is none
   */
  static Map<?, ?> read(String line) throws IOException {
    try {
      JsonLine json = new JsonLine(line);
      if (json.value() instanceof Map<?, ?> object && json.next() == 0) {
        return object;
      }
    } catch (StringIndexOutOfBoundsException | NumberFormatException e) {
      throw new IOException("no answer of Tonearm's: " + line, e);
    }
    throw new IOException("no answer of Tonearm's: " + line);
  }

  /** The next sign that is no blank, not yet taken; 0 at the end. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Object value() throws IOException {
    switch (next()) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return string();
      default:
        int from = at;
        while (at < text.length() && ",]} \t".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
          case "true" -> Boolean.TRUE;
          case "false" -> Boolean.FALSE;
          case "null" -> "";
          default -> Double.valueOf(word);
        };
    }
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    while (next() != '}') {
      String key = string();
      take(':');
      object.put(key, value());
      if (next() != '}') {
        take(',');
      }
    }
    at++;
    return object;
  }

  private List<Object> list() throws IOException {
    List<Object> list = new ArrayList<>();
    at++;
    while (next() != ']') {
      list.add(value());
      if (next() != ']') {
        take(',');
      }
    }
    at++;
    return list;
  }

  private String string() throws IOException {
    take('"');
    StringBuilder string = new StringBuilder();
    for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
      if (c != '\\') {
        string.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      int plain = "bfnrt".indexOf(escaped);
      if (escaped == 'u') {
        string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
        at += 4;
      } else {
        string.append(plain < 0 ? escaped : "\b\f\n\r\t".charAt(plain));
      }
    }
    return string.toString();
  }

  private void take(char sign) throws IOException {
    if (next() != sign) {
      throw new IOException("no answer of Tonearm's: " + sign + " expected in " + text);
    }
    at++;
  }
}
