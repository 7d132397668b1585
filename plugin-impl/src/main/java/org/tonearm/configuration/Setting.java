package org.tonearm.configuration;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A setting, as a window or a page shows it.
 *
 * @param key full key, such as {@code tagging.policy}; of a table whose keys the user chooses, the
 *     table's name
 * @param form in what form it is given; of a table, the form of each value
 * @param words for {@link Form#CHOICE} all that are accepted; for {@link Form#LIST} the same if not
 *     empty; for {@link Form#TEXT} words that stand for something of their own, such as auto
 * @param accepted what is accepted, in words
 * @param standard what holds where nobody says anything: a String, Long, Double, Boolean, or a
 *     List; "" for a table
 * @param reading turns what was typed into what stands in the file
 */
public record Setting(
    String key,
    Form form,
    List<String> words,
    String accepted,
    Object standard,
    Function<String, Object> reading) {
  /** Copies the list. */
  public Setting {
    Objects.requireNonNull(key);
    Objects.requireNonNull(form);
    words = List.copyOf(words);
    Objects.requireNonNull(accepted);
    Objects.requireNonNull(standard);
    Objects.requireNonNull(reading);
  }

  /** The parts of the key. */
  public List<String> path() {
    return List.of(key.split("\\.", -1));
  }
}
