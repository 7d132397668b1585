package org.tonearm.tag.xiph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One page of an Ogg stream (RFC 3533, section 6), over its raw bytes. Not thread-safe: {@link
 * #renumber} changes it in place.
 */
final class OggPage {
  /** Bytes before the segment table. */
  static final int HEADER = 27;

  /** Most segments of a page. */
  static final int MOST_SEGMENTS = 255;

  private static final int CONTINUED = 1;

  /** Flag of a stream's first page. */
  static final int FIRST = 2;

  private static final int LAST = 4;

  private static final int FLAGS_AT = 5;
  private static final int GRANULE_AT = 6;
  private static final int SERIAL_AT = 14;
  private static final int SEQUENCE_AT = 18;
  private static final int CRC_AT = 22;
  private static final int SEGMENTS_AT = 26;

  private final byte[] raw;
  private final ByteBuffer view;

  /** Takes over a whole page's bytes. */
  OggPage(byte[] raw) {
    this.raw = raw;
    this.view = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Builds a page, CRC included.
   *
   * @param like gives stream serial number
   * @param flags see {@link #flags}
   * @param granule position, -1 if no packet ends on the page
   * @param sequence page number
   * @param lacing segment table
   * @param body as many bytes as the table says
   */
  static OggPage build(
      OggPage like, int flags, long granule, int sequence, byte[] lacing, byte[] body) {
    byte[] raw = new byte[HEADER + lacing.length + body.length];
    OggPage page = new OggPage(raw);
    page.view.put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags}).putLong(granule);
    page.view.putInt(like.serial()).putInt(sequence).putInt(0);
    page.view.put((byte) lacing.length).put(lacing).put(body);
    page.seal();
    return page;
  }

  /** The header's flags for {@link #build}. */
  static int flags(boolean continued, boolean last) {
    return (continued ? CONTINUED : 0) | (last ? LAST : 0);
  }

  /** This page with another body of the same length. */
  OggPage withBody(byte[] bytes, int from) {
    byte[] changed = raw.clone();
    System.arraycopy(bytes, from, changed, bodyAt(), bodyLength());
    OggPage page = new OggPage(changed);
    page.seal();
    return page;
  }

  private void seal() {
    view.putInt(CRC_AT, 0);
    view.putInt(CRC_AT, OggCrc.of(0, raw, 0, raw.length));
  }

  /** True if the checksum fits. */
  boolean isSound() {
    int crc = OggCrc.of(0, raw, 0, CRC_AT);
    crc = OggCrc.of(crc, new byte[4], 0, 4);
    return OggCrc.of(crc, raw, CRC_AT + 4, raw.length - CRC_AT - 4) == view.getInt(CRC_AT);
  }

  /**
   * Gives the page another number. The CRC is moved on by the difference that the number makes, so
   * that a page that was damaged stays known as damaged.
   */
  void renumber(int sequence) {
    byte[] difference = new byte[4];
    ByteBuffer.wrap(difference).order(ByteOrder.LITTLE_ENDIAN).putInt(0, sequence() ^ sequence);
    int crc = OggCrc.of(0, difference, 0, 4);
    crc = OggCrc.ofZeros(crc, raw.length - CRC_AT);
    view.putInt(SEQUENCE_AT, sequence);
    view.putInt(CRC_AT, view.getInt(CRC_AT) ^ crc);
  }

  /** All bytes, not copied. */
  byte[] raw() {
    return raw;
  }

  /** The header's flags. */
  int flags() {
    return raw[FLAGS_AT] & 0xFF;
  }

  /** Position that the header states. */
  long granule() {
    return view.getLong(GRANULE_AT);
  }

  /** True if the first packet began on an earlier page. */
  boolean isContinued() {
    return (raw[FLAGS_AT] & CONTINUED) != 0;
  }

  /** True for a stream's first page. */
  boolean isFirst() {
    return (raw[FLAGS_AT] & FIRST) != 0;
  }

  /** True for a stream's last page. */
  boolean isLast() {
    return (raw[FLAGS_AT] & LAST) != 0;
  }

  /** The stream's number. */
  int serial() {
    return view.getInt(SERIAL_AT);
  }

  /** The page's number in its stream, unsigned. */
  int sequence() {
    return view.getInt(SEQUENCE_AT);
  }

  /** Number of segments, 0 to 255. */
  int segments() {
    return raw[SEGMENTS_AT] & 0xFF;
  }

  /** Length of a segment, 0 to 255; below 255 it ends a packet. */
  int segment(int index) {
    return raw[HEADER + index] & 0xFF;
  }

  /** Offset of the body in {@link #raw}. */
  int bodyAt() {
    return HEADER + segments();
  }

  /** Bytes of the body. */
  int bodyLength() {
    return raw.length - bodyAt();
  }

  /** True if the last segment's packet goes on on the next page. */
  boolean isOpen() {
    return segments() > 0 && segment(segments() - 1) == 255;
  }

  /** Position word, flags and serial number: the part of the header no renumbering touches. */
  ByteBuffer steadyHeader() {
    return ByteBuffer.wrap(raw, FLAGS_AT, SEQUENCE_AT - FLAGS_AT);
  }

  /** Segment table and body. */
  ByteBuffer content() {
    return ByteBuffer.wrap(raw, SEGMENTS_AT, raw.length - SEGMENTS_AT);
  }
}
