package org.tonearm.tag.id3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered genres of ID3v1 and the ways in which TCON refers to them: {@code 17}, {@code (17)},
 * {@code (4)Eurodisco}, {@code (RX)}, {@code ((literal bracket)}.
 *
 * <p>Source: ID3v2.3.0 section 4.2.1 and appendix A; numbers from 80 on are Winamp's.
 */
final class Id3Genres {
  private static final Pattern REFERENCES =
      Pattern.compile("((?:\\((?:[0-9]{1,3}|RX|CR)\\))+)(.*)", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("\\(([0-9]+|RX|CR)\\)");
  private static final List<String> WORDS = load();

  private Id3Genres() {}

  /** The words that one TCON string stands for; none if it is empty. */
  static List<String> words(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return List.of();
    }
    if (trimmed.matches("[0-9]{1,3}|RX|CR")) {
      return List.of(word(trimmed));
    }
    Matcher references = REFERENCES.matcher(trimmed);
    if (!references.matches()) {
      return List.of(unescape(trimmed));
    }
    List<String> words = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(references.group(1));
    while (reference.find()) {
      words.add(word(reference.group(1)));
    }
    String refinement = unescape(references.group(2).strip());
    if (!refinement.isEmpty() && !words.contains(refinement)) {
      words.add(refinement);
    }
    return words;
  }

  /** The word of a number in ID3v1; empty for one without a meaning, such as 255 for "none". */
  static String numbered(int number) {
    return number < WORDS.size() ? WORDS.get(number) : "";
  }

  /** The string that a reader takes for this very word, and not for a reference. */
  static String literal(String word) {
    return REFERENCES.matcher(word).matches() || word.startsWith("((") ? "(" + word : word;
  }

  private static String unescape(String text) {
    return text.startsWith("((") ? text.substring(1) : text;
  }

  private static String word(String reference) {
    return switch (reference) {
      case "RX" -> "Remix";
      case "CR" -> "Cover";
      default -> {
        int number = Integer.parseInt(reference);
        yield number < WORDS.size() ? WORDS.get(number) : reference;
      }
    };
  }

  private static List<String> load() {
    try (InputStream in = Id3Genres.class.getResourceAsStream("id3v1-genres.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
