package org.tonearm.taxonomy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
  private final Placeholders placeholders;

  /**
   * @param names key of each name and alias, to the canonical name
   * @param parents key of each canonical name, to the keys of the genres it stands under, in the
   *     order of the file; without circles
   * @param placeholders words that say nothing
   */
  Taxonomy(Map<String, String> names, Map<String, Set<String>> parents, Placeholders placeholders) {
    this.names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    this.parents = Map.copyOf(parents);
    this.placeholders = placeholders;
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

  /**
   * This taxonomy and another one. Where both know a name, the other's meaning of it holds; a genre
   * stands under what either of them puts it under.
   *
   * @throws IllegalArgumentException if a genre would stand under a kind of itself
   */
  public Taxonomy with(Taxonomy other) {
    Map<String, String> allNames = new LinkedHashMap<>(names);
    allNames.putAll(other.names);
    return joined(allNames, List.of(parents, other.parents), placeholders.with(other.placeholders));
  }

  /**
   * This taxonomy with further names of genres.
   *
   * @param aliases other name, to the genre that it is from now on, known or not
   * @throws IllegalArgumentException if a genre would stand under a kind of itself
   */
  public Taxonomy withAliases(Map<String, String> aliases) {
    Map<String, String> allNames = new LinkedHashMap<>(names);
    aliases.forEach(
        (alias, genre) -> {
          String canonical = canonical(genre);
          allNames.putIfAbsent(Spelling.key(canonical), canonical);
          allNames.put(Spelling.key(alias), canonical);
        });
    return joined(allNames, List.of(parents), placeholders);
  }

  /** This taxonomy with further placeholders, and without some of those that it has. */
  public Taxonomy withPlaceholders(Placeholders further, Placeholders not) {
    return new Taxonomy(names, parents, placeholders.with(further).without(not));
  }

  /** A genre's canonical spelling; the word itself, stripped, if it is not known. */
  public String canonical(String word) {
    return names.getOrDefault(Spelling.key(word), word.strip());
  }

  /** Whether a word is a name of a genre that is listed here. */
  public boolean knows(String word) {
    return names.containsKey(Spelling.key(word));
  }

  /** Whether two words name one genre. */
  public boolean same(String one, String other) {
    return genreKey(one).equals(genreKey(other));
  }

  /** Whether the first genre is a kind of the second, through any number of steps; not the same. */
  public boolean isKindOf(String specific, String general) {
    return below(genreKey(specific), genreKey(general));
  }

  /**
   * The genre itself or, step by step upwards, the first one that passes: of several in one step
   * the one that stands first in the file.
   *
   * @param allowed asked with canonical names
   */
  public Optional<String> nearest(String word, Predicate<String> allowed) {
    Set<String> step = Set.of(genreKey(word));
    while (!step.isEmpty()) {
      Set<String> above = new LinkedHashSet<>();
      for (String key : step) {
        String name = names.getOrDefault(key, canonical(word));
        if (allowed.test(name)) {
          return Optional.of(name);
        }
        above.addAll(parents.getOrDefault(key, Set.of()));
      }
      step = above;
    }
    return Optional.empty();
  }

  /** Whether a word fills a field and says nothing. */
  public boolean isPlaceholder(String word) {
    return placeholders.contains(word);
  }

  /** The canonical names, in the order of the file, each once. */
  public Collection<String> genres() {
    return names.values().stream().distinct().toList();
  }

  /** The genres that a genre stands right under, in the order of the file; none at the top. */
  public List<String> above(String genre) {
    return parents.getOrDefault(genreKey(genre), Set.of()).stream().map(names::get).toList();
  }

  private String genreKey(String word) {
    return Spelling.key(canonical(word));
  }

  // There are no circles, so this ends.
  private boolean below(String specific, String general) {
    return parents.getOrDefault(specific, Set.of()).stream()
        .anyMatch(parent -> parent.equals(general) || below(parent, general));
  }

  /** Puts every genre where its names now lead. */
  private static Taxonomy joined(
      Map<String, String> names, List<Map<String, Set<String>>> trees, Placeholders placeholders) {
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    for (Map<String, Set<String>> tree : trees) {
      tree.forEach(
          (key, above) -> {
            String genre = Spelling.key(names.get(key));
            for (String parent : above) {
              String named = Spelling.key(names.get(parent));
              if (!named.equals(genre)) {
                parents.computeIfAbsent(genre, k -> new LinkedHashSet<>()).add(named);
              }
            }
          });
    }
    parents.keySet().forEach(genre -> refuseCircle(genre, genre, names, parents, new HashSet<>()));
    return new Taxonomy(names, parents, placeholders);
  }

  private static void refuseCircle(
      String from,
      String genre,
      Map<String, String> names,
      Map<String, Set<String>> parents,
      Set<String> seen) {
    for (String parent : parents.getOrDefault(from, Set.of())) {
      if (parent.equals(genre)) {
        throw new IllegalArgumentException(names.get(genre) + " stands under a kind of itself");
      }
      if (seen.add(parent)) {
        refuseCircle(parent, genre, names, parents, seen);
      }
    }
  }
}
