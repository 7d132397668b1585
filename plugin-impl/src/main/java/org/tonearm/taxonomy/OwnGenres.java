package org.tonearm.taxonomy;

import java.util.ArrayList;
import java.util.List;

/**
 * A user's own file of genres, in the format of {@code genres.txt}, to which genres are added. All
 * lines that are there stay. Immutable.
 *
 * @param lines of the file
 */
public record OwnGenres(List<String> lines) {
  private static final String GENRES = "[genres]";
  private static final String INDENT = "  ";

  /** Copies the list. */
  public OwnGenres {
    lines = List.copyOf(lines);
  }

  /** A file without genres, which says what it is. */
  public static OwnGenres begun() {
    return new OwnGenres(
        List.of(
            "# Genres of your own, added to those that Tonearm knows: one a line; two spaces put it",
            "# under the genre above; after a bar come other names for it, with commas between.",
            ""));
  }

  /**
   * With a genre, which must fit into a line.
   *
   * @param above the genre that it is a kind of; "" for none
   * @throws IllegalArgumentException if the name can't stand in such a file, or the tree would have
   *     a circle
   */
  public OwnGenres with(String genre, String above) {
    String name = genre.strip();
    if (name.isEmpty() || name.matches("[#\\[/].*|.*[|,\\p{Cntrl}].*")) {
      throw new IllegalArgumentException(
          "a genre is a name in one line, without a bar or a comma, and begins with a letter");
    }
    List<String> more = new ArrayList<>(lines);
    if (endsInPlaceholders()) {
      more.add(GENRES);
    }
    if (above.isEmpty()) {
      more.add(name);
    } else {
      more.add(above);
      more.add(INDENT + name);
    }
    Taxonomy.standard().with(Taxonomy.parse(more));
    return new OwnGenres(more);
  }

  private boolean endsInPlaceholders() {
    return lines.stream()
        .filter(line -> line.startsWith("["))
        .reduce((first, last) -> last)
        .filter(section -> !section.stripTrailing().equals(GENRES))
        .isPresent();
  }
}
