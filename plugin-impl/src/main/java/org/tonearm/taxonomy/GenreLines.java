package org.tonearm.taxonomy;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a file of genres, of which those of one genre are taken out or put elsewhere. All
 * other lines stay as they are. Used once, by one thread.
 */
final class GenreLines {
  private static final String INDENT = "  ";
  private static final String GENRES = "[genres]";

  private final List<String> lines;

  GenreLines(List<String> lines) {
    this.lines = new ArrayList<>(lines);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The names at the beginning of lines, in their order, as they are spelled there. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isGenre(i)) {
        names.add(name(lines.get(i)));
      }
    }
    return names;
  }

  /**
   * Takes a genre out wherever it stands; its kinds go one step up.
   *
   * @param brought genres that need not stand here to be known
   * @return whether it stood anywhere
   */
  boolean remove(String genre, Taxonomy brought) {
    int at = find(genre);
    boolean found = at >= 0;
    for (; at >= 0; at = find(genre)) {
      int end = end(at);
      for (int i = at + 1; i < end; i++) {
        if (isGenre(i)) {
          lines.set(i, lines.get(i).substring(INDENT.length()));
        }
      }
      int depth = depth(lines.remove(at));
      removeBare(depth == 0 ? -1 : over(at), brought);
    }
    return found;
  }

  /**
   * Takes a genre out wherever it stands, with its kinds.
   *
   * @return its lines and those of its kinds, the first one without indent; empty if it stands
   *     nowhere
   */
  List<String> cut(String genre, Taxonomy brought) {
    List<String> block = new ArrayList<>();
    for (int at = find(genre); at >= 0; at = find(genre)) {
      int depth = depth(lines.get(at));
      int end = end(at);
      for (int i = at; i < end; i++) {
        // A genre that stands in several places has its kinds gathered below the first of them.
        if (isGenre(i) && (i > at || block.isEmpty())) {
          block.add(lines.get(i).substring(depth * INDENT.length()));
        }
      }
      for (int i = end - 1; i >= at; i--) {
        if (isGenre(i)) {
          lines.remove(i);
        }
      }
      removeBare(depth == 0 ? -1 : over(at), brought);
    }
    return block;
  }

  /**
   * Puts lines at the end.
   *
   * @param above the genre that they are kinds of; "" for none
   */
  void append(List<String> block, String above) {
    if (endsInPlaceholders()) {
      lines.add(GENRES);
    }
    if (!above.isEmpty()) {
      lines.add(above);
    }
    block.forEach(line -> lines.add(above.isEmpty() ? line : INDENT + line));
  }

  private int find(String genre) {
    for (int i = 0; i < lines.size(); i++) {
      if (isGenre(i) && Spelling.same(name(lines.get(i)), genre)) {
        return i;
      }
    }
    return -1;
  }

  /** After the last line below a genre. */
  private int end(int at) {
    int depth = depth(lines.get(at));
    int end = at + 1;
    for (int i = end; i < lines.size() && !lines.get(i).startsWith("["); i++) {
      if (isGenre(i)) {
        if (depth(lines.get(i)) <= depth) {
          break;
        }
        end = i + 1;
      }
    }
    return end;
  }

  /** The line at the margin before a place; -1 if there is none in its section. */
  private int over(int at) {
    for (int i = Math.min(at, lines.size()) - 1; i >= 0 && !lines.get(i).startsWith("["); i--) {
      if (isGenre(i) && depth(lines.get(i)) == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Takes a line out that only said below which genre others stand, and has none of them left. */
  private void removeBare(int at, Taxonomy brought) {
    if (at >= 0
        && end(at) == at + 1
        && lines.get(at).indexOf('|') < 0
        && brought.knows(name(lines.get(at)))) {
      lines.remove(at);
    }
  }

  private boolean isGenre(int index) {
    String line = lines.get(index);
    return !line.isBlank() && !line.startsWith("#") && !line.startsWith("[") && inGenres(index);
  }

  private boolean inGenres(int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (lines.get(i).startsWith("[")) {
        return lines.get(i).stripTrailing().equals(GENRES);
      }
    }
    return true;
  }

  private boolean endsInPlaceholders() {
    return lines.stream()
        .filter(line -> line.startsWith("["))
        .reduce((first, last) -> last)
        .filter(section -> !section.stripTrailing().equals(GENRES))
        .isPresent();
  }

  private static int depth(String line) {
    return (line.length() - line.stripLeading().length()) / INDENT.length();
  }

  private static String name(String line) {
    int bar = line.indexOf('|');
    return (bar < 0 ? line : line.substring(0, bar)).strip();
  }
}
