package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in frames: an encoding byte, then strings with a zero character between them (ID3v2.3.0
 * section 3.3; ID3v2.4.0 section 4).
 */
final class FrameText {
  private static final int LATIN_1 = 0;
  private static final int UTF_16 = 1;
  private static final int UTF_16_BIG_ENDIAN = 2;
  private static final int UTF_8 = 3;

  private FrameText() {}

  /**
   * All strings of a body that begins with its encoding byte; one empty string for an empty text.
   *
   * @throws StructureException if the encoding byte is unknown
   */
  static List<String> decode(byte[] body) throws StructureException {
    return decode(body, 1, Integer.MAX_VALUE);
  }

  /**
   * The strings from an offset on, in the encoding that the body's first byte tells.
   *
   * @param most how many strings to decode at most, so that binary data after them is not read
   * @throws StructureException if the encoding byte is unknown
   */
  static List<String> decode(byte[] body, int from, int most) throws StructureException {
    return body.length <= from ? List.of("") : strings(body, from, encoding(body), most);
  }

  /** Encodes strings with an encoding byte before and a zero character between them. */
  static byte[] encode(Id3Version version, List<String> strings) {
    return encoded(encodingFor(version, strings), strings);
  }

  /**
   * The same of strings of another tag.
   *
   * @param latin1 whether they were taken as Latin-1, and are to keep their bytes
   */
  static byte[] encode(Id3Version version, List<String> strings, boolean latin1) {
    return latin1 ? encodeAs(LATIN_1, version, strings) : encode(version, strings);
  }

  /**
   * The same, in an encoding that was found in the tag, if the version knows it and it can hold the
   * strings.
   *
   * @param found encoding byte
   */
  static byte[] encodeAs(int found, Id3Version version, List<String> strings) {
    boolean holds =
        switch (found) {
          case LATIN_1 -> strings.stream().flatMapToInt(String::chars).allMatch(c -> c <= 0xFF);
          case UTF_16 -> true;
          case UTF_16_BIG_ENDIAN, UTF_8 -> version == Id3Version.V2_4;
          default -> false;
        };
    return encoded(holds ? found : encodingFor(version, strings), strings);
  }

  private static byte[] encoded(int encoding, List<String> strings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoding);
    for (int i = 0; i < strings.size(); i++) {
      if (i > 0) {
        out.writeBytes(new byte[isWide(encoding) ? 2 : 1]);
      }
      switch (encoding) {
        case LATIN_1 -> out.writeBytes(strings.get(i).getBytes(StandardCharsets.ISO_8859_1));
        case UTF_16_BIG_ENDIAN ->
            out.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_16BE));
        case UTF_8 -> out.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_8));
        default -> {
          out.write(0xFF);
          out.write(0xFE);
          out.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_16LE));
        }
      }
    }
    return out.toByteArray();
  }

  /**
   * Latin-1 is kept to ASCII in ID3v2.4, where UTF-8 says the rest: too many readers take its upper
   * half for the code page of their own country, and it alone could make false syncs there.
   */
  private static int encodingFor(Id3Version version, List<String> strings) {
    int limit = version == Id3Version.V2_4 ? 0x7E : 0xFF;
    boolean narrow =
        strings.stream()
            .flatMapToInt(String::chars)
            .allMatch(c -> c == '\n' || (c >= 0x20 && c <= limit && (c < 0x7F || c > 0x9F)));
    if (narrow) {
      return LATIN_1;
    }
    return version == Id3Version.V2_4 ? UTF_8 : UTF_16;
  }

  private static boolean isWide(int encoding) {
    return encoding == UTF_16 || encoding == UTF_16_BIG_ENDIAN;
  }

  private static int encoding(byte[] body) throws StructureException {
    if (body[0] < LATIN_1 || body[0] > UTF_8) {
      throw StructureException.malformed("a text frame has the unknown encoding " + body[0]);
    }
    return body[0];
  }

  private static List<String> strings(byte[] b, int from, int encoding, int most) {
    boolean wide = isWide(encoding);
    int unit = wide ? 2 : 1;
    List<String> strings = new ArrayList<>();
    Charset charset = charset(encoding);
    int start = from;
    for (int at = from; at <= b.length && strings.size() < most; at += unit) {
      boolean ended = at + unit > b.length;
      if (!ended && (b[at] != 0 || (wide && b[at + 1] != 0))) {
        continue;
      }
      int begin = start;
      if (encoding == UTF_16 && at - begin >= 2) {
        int mark = ((b[begin] & 0xFF) << 8) | (b[begin + 1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
          // Later strings without a mark of their own follow the last mark.
          charset = mark == 0xFFFE ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
          begin += 2;
        }
      }
      if (!ended || at > start || strings.isEmpty()) {
        strings.add(new String(b, begin, at - begin, charset));
      }
      start = at + unit;
    }
    return strings;
  }

  private static Charset charset(int encoding) {
    return switch (encoding) {
      case LATIN_1 -> StandardCharsets.ISO_8859_1;
      case UTF_16 -> StandardCharsets.UTF_16LE;
      case UTF_16_BIG_ENDIAN -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }
}
