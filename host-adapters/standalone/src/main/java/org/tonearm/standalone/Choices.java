package org.tonearm.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.Given;

/** Options that were given, as the settings they stand for. Confined to one thread. */
final class Choices {
  private final Map<String, Given> given = new LinkedHashMap<>();

  /**
   * Adds an option.
   *
   * @param option such as {@code --policy}
   * @param text as given; null if it was not
   * @param keys of the settings it stands for
   */
  Choices with(String option, String text, String... keys) {
    if (text != null) {
      for (String key : keys) {
        given.put(key, Configurations.option(key, option, text));
      }
    }
    return this;
  }

  /** All of them, and others. */
  Map<String, Given> and(Choices... others) {
    Map<String, Given> all = new LinkedHashMap<>(given);
    for (Choices more : others) {
      all.putAll(more.given);
    }
    return all;
  }

  /** All of them. */
  Map<String, Given> all() {
    return Map.copyOf(given);
  }
}
