package org.tonearm.tag.mp4;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The genres that ID3v1 numbers (ID3v2.3.0, appendix A) and Winamp added from 80 on. */
final class NumberedGenres {
  private static final List<String> WORDS = load();

  private NumberedGenres() {}

  /** The word for a number counted from 0; empty if there is none. */
  static Optional<String> word(int number) {
    return number >= 0 && number < WORDS.size() ? Optional.of(WORDS.get(number)) : Optional.empty();
  }

  private static List<String> load() {
    try (InputStream in = NumberedGenres.class.getResourceAsStream("numbered-genres.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
