package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.util.Set;

/** Tells the MP4 family by its {@code ftyp} atom (ISO/IEC 14496-12, 4.3). */
final class Brands {
  private static final Set<String> AUDIO =
      Set.of(
          "M4A ", "M4B ", "M4P ", "M4V ", "F4A ", "F4B ", "mp41", "mp42", "MSNV", "isom", "iso2",
          "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "dash");

  /** Still pictures and their sequences, whose list of compatible brands may name ours. */
  private static final Set<String> PICTURES =
      Set.of(
          "mif1", "mif2", "msf1", "heic", "heix", "heim", "heis", "hevc", "avif", "avis", "crx ");

  private static final String QUICKTIME = "qt  ";
  private static final Set<String> QUICKTIME_TOP_LEVEL =
      Set.of("moov", "mdat", "free", "skip", "wide", "pnot", "uuid", "meta");

  private static final int COMPATIBLE = 16;

  private Brands() {}

  /**
   * True for a file of the family.
   *
   * @param head the file's first bytes
   */
  static boolean recognise(byte[] head) {
    if (head.length < COMPATIBLE) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head);
    long size = Integer.toUnsignedLong(bytes.getInt(0));
    if (!AtomSpan.typeAt(bytes, 4).equals("ftyp") || size < COMPATIBLE) {
      return false;
    }
    String major = AtomSpan.typeAt(bytes, 8);
    if (AUDIO.contains(major)) {
      return true;
    }
    if (major.equals(QUICKTIME)) {
      return followedByQuickTime(bytes, size);
    }
    if (PICTURES.contains(major)) {
      return false;
    }
    for (int at = COMPATIBLE; at + 4 <= Math.min(size, head.length); at += 4) {
      if (AUDIO.contains(AtomSpan.typeAt(bytes, at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean followedByQuickTime(ByteBuffer bytes, long at) {
    return at + AtomSpans.HEADER <= bytes.limit()
        && QUICKTIME_TOP_LEVEL.contains(AtomSpan.typeAt(bytes, (int) at + 4));
  }
}
