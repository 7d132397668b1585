package org.tonearm.tag.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tonearm.api.tag.TagField;
import org.tonearm.taxonomy.Spelling;
import org.tonearm.taxonomy.Taxonomy;

/**
 * What a field already says.
 *
 * @param values as they stand
 * @param saysAsMuch whether a value that is there says as much as a word heard, or more
 */
record Presence(List<String> values, BiPredicate<String, String> saysAsMuch) {
  /** Signs by which people put several words into one value. Only looked through, never split. */
  private static final Pattern JOINT = Pattern.compile("[/;,|\\\\\\x00]");

  static Presence of(TagField field, List<String> values, Taxonomy taxonomy) {
    return new Presence(
        values,
        field == TagField.GENRE
            ? (value, word) -> taxonomy.same(value, word) || taxonomy.isKindOf(value, word)
            : Spelling::same);
  }

  /** The values, and the words that they do not say yet. */
  List<String> with(List<String> words) {
    List<String> all = new ArrayList<>(values);
    words.stream().filter(word -> cover(word).isEmpty()).forEach(all::add);
    return all;
  }

  /** Whether every word is said already. */
  boolean coversAll(List<String> words) {
    return words.stream().allMatch(word -> cover(word).isPresent());
  }

  /** The words, and in place of a word that a value says as well or better, that value. */
  List<String> insteadBy(List<String> words) {
    Set<String> all = new LinkedHashSet<>();
    words.forEach(word -> all.add(cover(word).orElse(word)));
    return List.copyOf(all);
  }

  private Optional<String> cover(String word) {
    return values.stream()
        .filter(value -> parts(value).anyMatch(part -> saysAsMuch.test(part, word)))
        .findFirst();
  }

  private static Stream<String> parts(String value) {
    return Stream.concat(Stream.of(value), JOINT.splitAsStream(value));
  }
}
