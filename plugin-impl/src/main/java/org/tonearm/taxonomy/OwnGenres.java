package org.tonearm.taxonomy;

import java.util.List;

/**
 * A user's own file of genres, in the format of {@code genres.txt}, to which genres are added, and
 * in which they are moved and removed. All other lines stay. Immutable.
 *
 * @param lines of the file
 */
public record OwnGenres(List<String> lines) {

  /** Copies the list; a mark before the first line is left out. */
  public OwnGenres {
    lines = List.copyOf(TaxonomyParser.withoutMark(lines));
  }

  /** A file without genres, which says what it is. */
  public static OwnGenres begun() {
    return new OwnGenres(
        List.of(
            "# Genres of your own, added to those that Tonearm knows: one a line; two spaces put it",
            "# under the genre above; after a bar come other names for it, with commas between.",
            ""));
  }

  /** The genres that stand in it and do not come with Tonearm, in their order, each once. */
  public List<String> own() {
    Taxonomy standard = Taxonomy.standard();
    return new GenreLines(lines)
        .names().stream().filter(name -> !standard.knows(name)).distinct().toList();
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
    if (name.isEmpty()
        || name.matches("[#\\[/].*|.*[|,].*")
        || TaxonomyParser.UNSEEN.matcher(name).find()) {
      throw new IllegalArgumentException(
          "a genre is a name in one line, without a bar or a comma, and begins with a letter");
    }
    GenreLines more = new GenreLines(lines);
    more.append(List.of(name), above);
    return checked(more);
  }

  /**
   * Without a genre of the user's. Its kinds stand from then on where it stood.
   *
   * @throws IllegalArgumentException if it is none of the user's
   */
  public OwnGenres without(String genre) {
    Taxonomy standard = Taxonomy.standard();
    GenreLines less = new GenreLines(lines);
    if (standard.knows(genre) || !less.remove(genre, standard)) {
      throw new IllegalArgumentException(genre + " is no genre of your own");
    }
    return checked(less);
  }

  /**
   * With a genre of the user's and its kinds below another one, and nowhere else.
   *
   * @param above "" for no genre
   * @throws IllegalArgumentException if it is none of the user's, or the tree would have a circle
   */
  public OwnGenres moved(String genre, String above) {
    Taxonomy standard = Taxonomy.standard();
    GenreLines other = new GenreLines(lines);
    List<String> block = standard.knows(genre) ? List.of() : other.cut(genre, standard);
    if (block.isEmpty()) {
      throw new IllegalArgumentException(genre + " is no genre of your own");
    }
    other.append(block, above);
    return checked(other);
  }

  private static OwnGenres checked(GenreLines changed) {
    Taxonomy.standard().with(Taxonomy.parse(changed.lines()));
    return new OwnGenres(changed.lines());
  }
}
