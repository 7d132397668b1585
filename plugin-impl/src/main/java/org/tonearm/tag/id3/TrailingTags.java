package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagField;

/**
 * The tags that follow the audio of an mp3: ID3v1 and its enhanced form, APEv2, Lyrics3. They are
 * carried as they are.
 *
 * @param audioEnd where the audio ends
 * @param regions the tags in file order
 */
record TrailingTags(long audioEnd, List<Region> regions) {
  private static final int MOST = 16;
  private static final int ENHANCED = 227;
  private static final int APE_FOOTER = 32;
  private static final int APE_LARGEST_READ = 16 << 20;
  private static final int LYRICS3_LONGEST_V1 = 5100;
  private static final int LYRICS3_V2_FOOTER = 15;

  /** A tag's key and place. */
  record Region(String key, long from, long to) {}

  /**
   * Finds them from the end of the file backwards.
   *
   * @param start where the audio begins
   */
  static TrailingTags find(SourceFile source, long start) throws IOException, StructureException {
    List<Region> regions = new ArrayList<>();
    long end = source.size();
    Optional<Region> last = before(source, start, end);
    while (last.isPresent()) {
      regions.add(last.get());
      end = last.get().from();
      if (regions.size() > MOST) {
        throw StructureException.malformed("more than " + MOST + " tags follow the audio");
      }
      last = before(source, start, end);
    }
    Collections.reverse(regions);
    return new TrailingTags(end, regions);
  }

  /** What they say: the APE tag before ID3v1, which cuts texts off. */
  OlderTag older(SourceFile source) throws IOException {
    OlderTag ape = OlderTag.NONE;
    OlderTag id3v1 = OlderTag.NONE;
    for (Region region : regions) {
      if (region.key().equals("ID3v1")) {
        id3v1 = Id3v1.read(source.peek(region.from(), Id3v1.LENGTH));
      } else if (region.key().startsWith("APE")) {
        long size = littleEndian(source.peek(region.to() - APE_FOOTER, APE_FOOTER), 12);
        ape = ApeTexts.read(items(source, region.to(), size));
      }
    }
    return ape.or(id3v1);
  }

  private static Optional<Region> before(SourceFile source, long start, long end)
      throws IOException, StructureException {
    if (has(source, start, end, Id3Tag.HEADER, "3DI")) {
      throw StructureException.unsupported(
          "an ID3v2 tag stands at the end of the file",
          "Move it to the start of the file with another tag editor.");
    }
    if (has(source, start, end, Id3v1.LENGTH, "TAG")) {
      return Optional.of(new Region("ID3v1", end - Id3v1.LENGTH, end));
    }
    if (has(source, start, end, ENHANCED, "TAG+")) {
      return Optional.of(new Region("ID3v1:enhanced", end - ENHANCED, end));
    }
    if (has(source, start, end, APE_FOOTER, "APETAGEX")) {
      return Optional.of(ape(source, start, end));
    }
    if (has(source, start, end, 9, "LYRICS200")) {
      return lyrics3(source, start, end);
    }
    if (has(source, start, end, 9, "LYRICSEND")) {
      return oldLyrics3(source, start, end);
    }
    return Optional.empty();
  }

  private static Region ape(SourceFile source, long start, long end)
      throws IOException, StructureException {
    byte[] footer = source.peek(end - APE_FOOTER, APE_FOOTER);
    long size = littleEndian(footer, 12);
    boolean header = (footer[23] & 0x80) != 0;
    long from = end - size - (header ? APE_FOOTER : 0);
    if (size < APE_FOOTER || from < start) {
      throw StructureException.malformed("the APE tag says " + size + " bytes");
    }
    String held = held(items(source, end, size));
    return new Region(held.isEmpty() ? "APE" : "APE:" + held, from, end);
  }

  private static byte[] items(SourceFile source, long end, long size) throws IOException {
    return size > APE_LARGEST_READ ? new byte[0] : source.peek(end - size, (int) size - APE_FOOTER);
  }

  /** Which of our fields an APE tag holds, by their words. */
  private static String held(byte[] items) {
    List<String> held = new ArrayList<>();
    for (ApeItem item : ApeItem.all(items)) {
      for (TagField field : TagField.values()) {
        if (item.key().equalsIgnoreCase(field.word())) {
          held.add(field.word());
        }
      }
    }
    return String.join(",", held);
  }

  private static Optional<Region> lyrics3(SourceFile source, long start, long end)
      throws IOException {
    String digits = text(source, end - LYRICS3_V2_FOOTER, 6);
    if (end - LYRICS3_V2_FOOTER < start || !digits.matches("[0-9]{6}")) {
      return Optional.empty();
    }
    long from = end - LYRICS3_V2_FOOTER - Long.parseLong(digits);
    boolean begins = from >= start && text(source, from, 11).equals("LYRICSBEGIN");
    return begins ? Optional.of(new Region("Lyrics3", from, end)) : Optional.empty();
  }

  private static Optional<Region> oldLyrics3(SourceFile source, long start, long end)
      throws IOException {
    long from = Math.max(start, end - LYRICS3_LONGEST_V1 - 20);
    int at = text(source, from, (int) (end - from)).lastIndexOf("LYRICSBEGIN");
    return at < 0 ? Optional.empty() : Optional.of(new Region("Lyrics3", from + at, end));
  }

  private static boolean has(SourceFile source, long start, long end, int back, String magic)
      throws IOException {
    return end - back >= start && text(source, end - back, magic.length()).equals(magic);
  }

  private static String text(SourceFile source, long at, int length) throws IOException {
    return new String(source.peek(at, length), StandardCharsets.ISO_8859_1);
  }

  private static long littleEndian(byte[] b, int at) {
    return (b[at] & 0xFFL)
        | ((b[at + 1] & 0xFFL) << 8)
        | ((b[at + 2] & 0xFFL) << 16)
        | ((b[at + 3] & 0xFFL) << 24);
  }
}
