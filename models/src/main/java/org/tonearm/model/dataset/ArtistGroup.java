package org.tonearm.model.dataset;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One name for an artist, however data sets and tags spell it: "Blakey, Art &amp; the Jazz
 * Messengers" and "Art Blakey and The Jazz Messengers" are the group {@code artist:art blakey jazz
 * messengers}. Stateless.
 */
public final class ArtistGroup {
  private static final Pattern IN_BRACKETS = Pattern.compile("\\[[^\\]]*]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> DROPPED = Set.of("", "the", "and", "his");

  private ArtistGroup() {}

  /** The group; empty if the name has no word in it. */
  public static Optional<String> of(String artist) {
    String plain = IN_BRACKETS.matcher(artist).replaceAll(" ");
    plain = ACCENTS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    String words =
        Arrays.stream(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
            .filter(word -> !DROPPED.contains(word))
            .sorted()
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? Optional.empty() : Optional.of("artist:" + words);
  }
}
