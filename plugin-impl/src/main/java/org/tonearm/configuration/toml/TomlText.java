package org.tonearm.configuration.toml;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values and keys as one writes them in TOML. Stateless. */
public final class TomlText {
  private TomlText() {}

  /** A String, Long, Double or Boolean, or a List or a Map of them. */
  public static String value(Object raw) {
    if (raw instanceof String text) {
      return '"' + escaped(text) + '"';
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(TomlText::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (raw instanceof Map<?, ?> table) {
      return table.entrySet().stream()
          .map(entry -> key(List.of(entry.getKey().toString())) + " = " + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.valueOf(raw);
  }

  /** A key of several parts; parts that are no plain words in quotes. */
  public static String key(List<String> parts) {
    return parts.stream()
        .map(part -> part.matches("[A-Za-z0-9_-]+") ? part : value(part))
        .collect(Collectors.joining("."));
  }

  /** Only what can't stand in a TOML text itself; letters of all languages can. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> escaped.append("\\\"");
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        case '\t' -> escaped.append("\\t");
        case '\r' -> escaped.append("\\r");
        default ->
            escaped.append(
                c < ' ' || c == 0x7F ? String.format("\\u%04X", (int) c) : String.valueOf(c));
      }
    }
    return escaped.toString();
  }
}
