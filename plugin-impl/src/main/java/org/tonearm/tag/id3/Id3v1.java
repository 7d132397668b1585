package org.tonearm.tag.id3;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.tag.id3.OlderTag.Said;
import org.tonearm.tag.id3.OlderTag.Text;

/**
 * Reads an ID3v1 tag: fields of fixed length, filled up with zeros or blanks, and the genre as a
 * number. In ID3v1.1 a zero before the comment's last byte makes that byte the track's number.
 *
 * <p>Source: ID3v2.3.0, appendix A; M. Mutschler, ID3v1.1.
 */
final class Id3v1 {
  /** Bytes of the tag. */
  static final int LENGTH = 128;

  private static final int TITLE = 3;
  private static final int ARTIST = 33;
  private static final int ALBUM = 63;
  private static final int YEAR = 93;
  private static final int COMMENT = 97;
  private static final int ZERO = 125;
  private static final int TRACK = 126;
  private static final int GENRE = 127;

  private Id3v1() {}

  static OlderTag read(byte[] tag) {
    boolean numbered = tag[ZERO] == 0 && tag[TRACK] != 0;
    Map<Text, Said> texts = new EnumMap<>(Text.class);
    put(texts, Text.TITLE, text(tag, TITLE, ARTIST));
    put(texts, Text.ARTIST, text(tag, ARTIST, ALBUM));
    put(texts, Text.ALBUM, text(tag, ALBUM, YEAR));
    put(texts, Text.YEAR, text(tag, YEAR, COMMENT));
    put(texts, Text.COMMENT, text(tag, COMMENT, numbered ? ZERO : GENRE));
    put(texts, Text.TRACK, numbered ? Integer.toString(tag[TRACK] & 0xFF) : "");
    put(texts, Text.GENRE, Id3Genres.numbered(tag[GENRE] & 0xFF));
    return new OlderTag(texts);
  }

  private static void put(Map<Text, Said> texts, Text about, String text) {
    put(texts, about, new GuessedText(text, true));
  }

  private static void put(Map<Text, Said> texts, Text about, GuessedText text) {
    if (!text.text().isEmpty()) {
      texts.put(about, new Said(List.of(text.text()), text.latin1()));
    }
  }

  /** Latin-1 or a code page, of which nothing is known; some programs write UTF-8. */
  private static GuessedText text(byte[] tag, int from, int to) {
    GuessedText text = GuessedText.of(Arrays.copyOfRange(tag, from, to));
    boolean plain = text.text().chars().allMatch(c -> c <= 0x7F);
    return new GuessedText(text.text(), plain || text.latin1());
  }
}
