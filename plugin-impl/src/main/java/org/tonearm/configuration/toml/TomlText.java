package org.tonearm.configuration.toml;

import java.util.List;
import java.util.stream.Collectors;
import org.tomlj.Toml;

/** Values and keys as one writes them in TOML. Stateless. */
public final class TomlText {
  private TomlText() {}

  /** A String, Long, Double or Boolean, or a List of them. */
  public static String value(Object raw) {
    if (raw instanceof String text) {
      return '"' + Toml.tomlEscape(text).toString() + '"';
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(TomlText::value).collect(Collectors.joining(", ", "[", "]"));
    }
    return String.valueOf(raw);
  }

  /** A key of several parts; parts that are no plain words in quotes. */
  public static String key(List<String> parts) {
    return parts.stream()
        .map(part -> part.matches("[A-Za-z0-9_-]+") ? part : value(part))
        .collect(Collectors.joining("."));
  }
}
