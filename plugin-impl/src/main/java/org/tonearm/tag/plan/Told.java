package org.tonearm.tag.plan;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A label in the word that is written for it.
 *
 * @param word as written
 * @param score probability, 0 to 1
 * @param meaning the word before it was led to an allowed one; the word itself if it was not
 * @param wider the genre of which this one is a kind, which may be told in its place where that is
 *     not sure enough; empty if it is not told as a kind
 */
record Told(String word, double score, String meaning, Optional<Told> wider) {
  Told(String word, double score, String meaning) {
    this(word, score, meaning, Optional.empty());
  }

  /** This, or the wider one where only that passes. */
  Optional<Told> first(Predicate<Told> passes) {
    return Stream.concat(Stream.of(this), wider.stream()).filter(passes).findFirst();
  }

  boolean led() {
    return !word.equals(meaning);
  }
}
