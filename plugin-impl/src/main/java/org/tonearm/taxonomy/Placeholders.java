package org.tonearm.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Values that fill a field and say nothing: words, compared by {@link Spelling}, and patterns
 * between slashes, which the whole value must match, in any case. Immutable and thread-safe.
 */
public final class Placeholders {
  /** None but the empty word, which always says nothing. */
  public static final Placeholders NONE = new Placeholders(Set.of(), List.of());

  private final Set<String> keys;
  private final List<Pattern> patterns;

  private Placeholders(Set<String> keys, List<Pattern> patterns) {
    this.keys = Set.copyOf(keys);
    this.patterns = List.copyOf(patterns);
  }

  /**
   * Of words and patterns.
   *
   * @param entries such as {@code Other} or {@code /www\\..+/}
   * @throws IllegalArgumentException if a pattern is broken; the message is one line
   */
  public static Placeholders of(List<String> entries) {
    Set<String> keys = new LinkedHashSet<>();
    List<Pattern> patterns = new ArrayList<>();
    for (String entry : entries) {
      if (isPattern(entry)) {
        patterns.add(pattern(entry.substring(1, entry.length() - 1)));
      } else {
        keys.add(Spelling.key(entry));
      }
    }
    return new Placeholders(keys, patterns);
  }

  /** Whether a value says nothing. */
  public boolean contains(String value) {
    String key = Spelling.key(value);
    return key.isEmpty()
        || keys.contains(key)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(value.strip()).matches());
  }

  /** These and the others. */
  Placeholders with(Placeholders others) {
    Set<String> allKeys = new LinkedHashSet<>(keys);
    allKeys.addAll(others.keys);
    List<Pattern> allPatterns = new ArrayList<>(patterns);
    allPatterns.addAll(others.patterns);
    return new Placeholders(allKeys, allPatterns);
  }

  /** These without the others: words leave words, and a pattern leaves the very same pattern. */
  Placeholders without(Placeholders others) {
    return new Placeholders(
        without(keys, others.keys),
        patterns.stream()
            .filter(p -> others.patterns.stream().noneMatch(o -> o.pattern().equals(p.pattern())))
            .toList());
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static boolean isPattern(String entry) {
    return entry.length() > 2 && entry.startsWith("/") && entry.endsWith("/");
  }

  private static Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "/" + expression + "/ is no pattern: " + e.getDescription(), e);
    }
  }
}
