package org.tonearm.taxonomy;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two words are the same word. */
public final class Spelling {
  private static final Pattern AND = Pattern.compile("[&+]|(?<=[\\s'’])n(?=[\\s'’])");
  private static final Pattern ACCENT = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private Spelling() {}

  /**
   * A word without what does not matter in comparing: case, accents, spaces, hyphens, other
   * punctuation; "&amp;", "+" and a lone "n" read as "and". Words that are punctuation alone are
   * compared as they stand. Only for comparing, never for showing.
   */
  public static String key(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFKD);
    String plain = ACCENT.matcher(decomposed).replaceAll("");
    String spelledOut = AND.matcher(plain).replaceAll(" and ");
    String key =
        Normalizer.normalize(PUNCTUATION.matcher(spelledOut).replaceAll(""), Normalizer.Form.NFKC);
    boolean punctuationAlone = PUNCTUATION.matcher(plain).replaceAll("").isEmpty();
    return punctuationAlone ? plain : key;
  }

  /** Whether two words have the same key. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }
}
