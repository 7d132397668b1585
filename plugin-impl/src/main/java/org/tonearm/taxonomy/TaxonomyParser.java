package org.tonearm.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the format that {@code genres.txt} sets out. Used once, by one thread. */
final class TaxonomyParser {
  private static final int INDENT = 2;

  /** What nobody sees in a tag; letters of some languages are joined and parted by two of them. */
  static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\u200C\\u200D]]");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Set<String>> parents = new LinkedHashMap<>();
  private final List<String> placeholders = new ArrayList<>();

  /** The keys of the genres on the way from the top to the line read last. */
  private final List<String> way = new ArrayList<>();

  private boolean inPlaceholders;

  Taxonomy parse(List<String> marked) {
    List<String> lines = withoutMark(marked);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          read(line);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "line " + (i + 1) + " of the genres: " + e.getMessage(), e);
        }
      }
    }
    return new Taxonomy(names, parents, Placeholders.of(placeholders));
  }

  /** The lines without the mark that Windows' Notepad puts before the first one. */
  static List<String> withoutMark(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith("\uFEFF")) {
      return lines;
    }
    List<String> bare = new ArrayList<>(lines);
    bare.set(0, lines.get(0).substring(1));
    return bare;
  }

  private void read(String line) {
    if (line.startsWith("[")) {
      section(line);
    } else if (inPlaceholders) {
      Placeholders.of(List.of(line)); // refuses a broken pattern while its line is known
      placeholders.add(line);
    } else {
      genre(line);
    }
  }

  private void section(String line) {
    switch (line) {
      case "[genres]" -> inPlaceholders = false;
      case "[placeholders]" -> inPlaceholders = true;
      default -> throw new IllegalArgumentException("no such section: " + line);
    }
  }

  private void genre(String line) {
    int depth = depth(line);
    int bar = line.indexOf('|');
    String name = (bar < 0 ? line : line.substring(0, bar)).strip();
    String key = Spelling.key(name);
    name(name, name);
    if (bar >= 0) {
      for (String alias : line.substring(bar + 1).split(",")) {
        name(alias.strip(), name);
      }
    }
    way.subList(depth, way.size()).clear();
    if (way.contains(key)) {
      throw new IllegalArgumentException(name + " stands under itself");
    }
    if (depth > 0) {
      parents.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(way.get(depth - 1));
    }
    way.add(key);
    refuseCircle(key, key);
  }

  private int depth(String line) {
    int spaces = line.length() - line.stripLeading().length();
    int depth = spaces / INDENT;
    if (spaces % INDENT != 0 || depth > way.size()) {
      throw new IllegalArgumentException("the indent fits no line above");
    }
    return depth;
  }

  private void name(String alias, String name) {
    Matcher unseen = UNSEEN.matcher(alias);
    if (unseen.find()) {
      throw new IllegalArgumentException(
          String.format(
              "a name holds the invisible character U+%04X", unseen.group().codePointAt(0)));
    }
    String known = names.putIfAbsent(Spelling.key(alias), name);
    if (known != null && !known.equals(name)) {
      throw new IllegalArgumentException(alias + " is already a name of " + known);
    }
  }

  private void refuseCircle(String from, String key) {
    for (String parent : parents.getOrDefault(from, Set.of())) {
      if (parent.equals(key)) {
        throw new IllegalArgumentException(names.get(key) + " stands under a kind of itself");
      }
      refuseCircle(parent, key);
    }
  }
}
