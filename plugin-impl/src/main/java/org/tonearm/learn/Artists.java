package org.tonearm.learn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.model.dataset.ArtistGroup;
import org.tonearm.taxonomy.Spelling;

/**
 * Which names in tags are one artist's. Guests are left out, and of what remains two names are one
 * if they differ in spelling only, or have the same words in another order: "X", "The X", "X, The"
 * and "X feat. Y". "X; Y" and "X x Y" are one with X, or Y, where that is a name by itself, and "X,
 * Y" where both are. "X &amp; Y" is a name of its own, as many bands are named so.
 */
final class Artists {
  /** What announces a guest. Without its dot "feat" may end a name, as that of Little Feat. */
  private static final Pattern GUESTS =
      Pattern.compile(
          "(?:\\s|\\s*[(\\[])\\s*"
              + "(?:(?:feat|ft|vs)\\.\\s*"
              + "|(?:featuring|feat|ft)\\s+(?!(?:featuring|feat|ft|vs|and|with)\\b|[&+,;/-]))\\S",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOGETHER =
      Pattern.compile("\\s*;\\s*|\\s+[x\u00d7]\\s+", Pattern.CASE_INSENSITIVE);

  /** Stands in the names of bands too. */
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /** From each key of a name to a lesser key of the same artist; the least has none. */
  private final Map<String, String> lesser = new HashMap<>();

  /**
   * @param names all that are to be compared
   */
  Artists(List<String> names) {
    for (String name : names) {
      String chief = chief(name);
      ArtistGroup.of(chief).ifPresent(words -> join(least(spelling(chief)), least(words)));
    }
    Set<String> alone = new HashSet<>();
    names.forEach(name -> alone.add(spelling(chief(name))));
    for (String name : names) {
      String chief = chief(name);
      List<String> all = keys(COMMA, chief);
      boolean both = all.size() > 1 && alone.containsAll(all);
      List<String> together = both ? all : keys(TOGETHER, chief);
      together.stream()
          .filter(alone::contains)
          .forEach(part -> join(least(spelling(chief)), least(part)));
    }
  }

  private static List<String> keys(Pattern between, String name) {
    return Arrays.stream(between.split(name)).map(Artists::spelling).toList();
  }

  /** The group of the artist of this name, which is one of those given. */
  String of(String name) {
    return least(spelling(chief(name)));
  }

  /** A name without guests. */
  static String chief(String name) {
    Matcher guests = GUESTS.matcher(name);
    return guests.find() && guests.start() > 0 ? name.substring(0, guests.start()).strip() : name;
  }

  private static String spelling(String name) {
    return "artist:" + Spelling.key(name);
  }

  private void join(String one, String other) {
    int order = one.compareTo(other);
    if (order != 0) {
      lesser.put(order > 0 ? one : other, order > 0 ? other : one);
    }
  }

  private String least(String key) {
    String least = key;
    while (lesser.containsKey(least)) {
      least = lesser.get(least);
    }
    return least;
  }
}
