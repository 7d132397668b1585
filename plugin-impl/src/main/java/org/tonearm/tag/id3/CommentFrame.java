package org.tonearm.tag.id3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The body of a comment frame: encoding, language, description, text (ID3v2.4.0 section 4.10). Only
 * those without description are users' comments; in the others programs keep data of their own
 * (iTunNORM, Songs-DB_Custom1).
 *
 * @param language three bytes, most often of ISO-639-2
 * @param texts strings behind the description; more than one only where a program put them there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CommentFrame(byte[] language, List<String> texts) {
  /**
   * The language of new comments: programs that show but one comment, iTunes and Windows among
   * them, look for this one, whatever language it is in.
   */
  private static final byte[] ENGLISH = "eng".getBytes(StandardCharsets.ISO_8859_1);

  private static final int TEXTS = 4;

  /** Takes a body apart; empty if the comment has a description, or can't be read. */
  static Optional<CommentFrame> read(byte[] body) {
    if (body.length < TEXTS) {
      return Optional.empty();
    }
    try {
      if (!FrameText.decode(body, TEXTS, 1).get(0).isEmpty()) {
        return Optional.empty();
      }
      List<String> strings = FrameText.decode(body, TEXTS, Integer.MAX_VALUE);
      return Optional.of(
          new CommentFrame(Arrays.copyOfRange(body, 1, TEXTS), strings.subList(1, strings.size())));
    } catch (StructureException e) {
      return Optional.empty();
    }
  }

  /** A new comment. */
  static CommentFrame of(List<String> texts) {
    return new CommentFrame(ENGLISH, texts);
  }

  /** Encoding byte and strings, description included: what {@link #withLanguage} completes. */
  List<String> strings() {
    List<String> strings = new ArrayList<>(texts);
    strings.add(0, "");
    return strings;
  }

  /** The body, made of an encoding byte and the encoded {@link #strings}. */
  byte[] withLanguage(byte[] encoded) {
    byte[] body = new byte[encoded.length + language.length];
    body[0] = encoded[0];
    System.arraycopy(language, 0, body, 1, language.length);
    System.arraycopy(encoded, 1, body, TEXTS, encoded.length - 1);
    return body;
  }
}
