package org.tonearm.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Genres: how each is spelled, what else it is called, which is a kind of which, and words that say
 * nothing. Words are compared by {@link Spelling}. Immutable and thread-safe.
 *
 * <p>The standard taxonomy is the resource {@code genres.txt} of this package, where its format is
 * set out. Genres it does not list are known by their own spelling alone: a kind of nothing, and
 * the same as nothing else.
 */
public final class Taxonomy {
  private final Map<String, String> names;
  private final Map<String, Set<String>> parents;
  private final Set<String> placeholders;

  /**
   * @param names key of each name and alias, to the canonical name
   * @param parents key of each canonical name, to the keys of the genres it stands under
   * @param placeholders keys
   */
  Taxonomy(Map<String, String> names, Map<String, Set<String>> parents, Set<String> placeholders) {
    this.names = new LinkedHashMap<>(names);
    this.parents = Map.copyOf(parents);
    this.placeholders = Set.copyOf(placeholders);
  }

  /** The taxonomy that comes with Tonearm. */
  public static Taxonomy standard() {
    try (InputStream in = Taxonomy.class.getResourceAsStream("genres.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parse(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a taxonomy in the format of {@code genres.txt}.
   *
   * @throws IllegalArgumentException naming the line, if one is not in that format
   */
  public static Taxonomy parse(List<String> lines) {
    return new TaxonomyParser().parse(lines);
  }

  /** A genre's canonical spelling; the word itself, stripped, if it is not known. */
  public String canonical(String word) {
    return names.getOrDefault(Spelling.key(word), word.strip());
  }

  /** Whether two words name one genre. */
  public boolean same(String one, String other) {
    return genreKey(one).equals(genreKey(other));
  }

  /** Whether the first genre is a kind of the second, through any number of steps; not the same. */
  public boolean isKindOf(String specific, String general) {
    return below(genreKey(specific), genreKey(general));
  }

  /** Whether a word fills a field and says nothing. */
  public boolean isPlaceholder(String word) {
    String key = Spelling.key(word);
    return key.isEmpty() || placeholders.contains(key);
  }

  /** The canonical names, in the order of the file, each once. */
  public Collection<String> genres() {
    return names.values().stream().distinct().toList();
  }

  private String genreKey(String word) {
    return Spelling.key(canonical(word));
  }

  // The parser refuses circles, so this ends.
  private boolean below(String specific, String general) {
    return parents.getOrDefault(specific, Set.of()).stream()
        .anyMatch(parent -> parent.equals(general) || below(parent, general));
  }
}
