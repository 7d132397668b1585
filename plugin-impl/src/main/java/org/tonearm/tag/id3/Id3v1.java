package org.tonearm.tag.id3;

import java.util.Arrays;
import java.util.List;
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
    OlderTexts texts = new OlderTexts();
    texts.add(Text.TITLE, text(tag, TITLE, ARTIST));
    texts.add(Text.ARTIST, text(tag, ARTIST, ALBUM));
    texts.add(Text.ALBUM, text(tag, ALBUM, YEAR));
    texts.add(Text.YEAR, text(tag, YEAR, COMMENT));
    texts.add(Text.COMMENT, text(tag, COMMENT, numbered ? ZERO : GENRE));
    texts.add(Text.TRACK, number(numbered ? Integer.toString(tag[TRACK] & 0xFF) : ""));
    texts.add(Text.GENRE, number(Id3Genres.numbered(tag[GENRE] & 0xFF)));
    return texts.tag();
  }

  private static List<GuessedText> number(String said) {
    return List.of(new GuessedText(said, true));
  }

  /** Latin-1 or a code page, of which nothing is known; some programs write UTF-8. */
  private static List<GuessedText> text(byte[] tag, int from, int to) {
    GuessedText text = GuessedText.of(Arrays.copyOfRange(tag, from, to));
    boolean plain = text.text().chars().allMatch(c -> c <= 0x7F);
    return List.of(new GuessedText(text.text(), plain || text.latin1()));
  }
}
