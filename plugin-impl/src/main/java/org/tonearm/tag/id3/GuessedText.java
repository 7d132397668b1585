package org.tonearm.tag.id3;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A text whose encoding is stated nowhere.
 *
 * @param text UTF-8 if the bytes are that, else in another encoding
 * @param latin1 whether that was Latin-1: a program that guesses the code page of its country must
 *     find the same bytes again
 */
record GuessedText(String text, boolean latin1) {

  /** Reads bytes up to the first zero: UTF-8, or else Latin-1. */
  static GuessedText of(byte[] bytes) {
    return of(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The same, or else in an encoding of the format's time. */
  static GuessedText of(byte[] bytes, Charset old) {
    int end = 0;
    while (end < bytes.length && bytes[end] != 0) {
      end++;
    }
    ByteBuffer text = ByteBuffer.wrap(bytes, 0, end);
    try {
      String read = StandardCharsets.UTF_8.newDecoder().decode(text.duplicate()).toString();
      return new GuessedText(read.strip(), false);
    } catch (CharacterCodingException e) {
      String read = old.decode(text).toString();
      return new GuessedText(read.strip(), old.equals(StandardCharsets.ISO_8859_1));
    }
  }
}
