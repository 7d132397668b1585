package org.tonearm.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How long a file should be by its own account, for the containers of which FFmpeg lets a cut pass
 * in silence: it takes the length of a WAV or WMA file that ends early from what is there, and that
 * of an Ogg file from its last whole page.
 */
final class StatedSize {
  /**
   * Writers disagree by a few bytes on what a RIFF size counts; what a player would miss is more.
   */
  private static final long TOLERANCE = 16 * 1024;

  /**
   * A program that writes into a pipe can't come back to state a size. Some state all ones, some
   * what is left of two GiB, rounded or less a header.
   */
  private static final long ENDLESS_RIFF = 0x7FFF0000L;

  private static final long TWO_GIB = 1L << 31;

  // Largest page: 27 bytes of header, 255 segments of up to 255 bytes (RFC 3533, section 6).
  private static final int LARGEST_OGG_PAGE = 27 + 255 + 255 * 255;

  // ASF specification, sections 10.1 and 10.2: object identifiers as stored.
  private static final byte[] ASF_HEADER = bytes(0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11);
  private static final byte[] ASF_FILE_PROPERTIES =
      bytes(0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11);

  private StatedSize() {}

  /** True if the file ends before its own headers say. The channel's position is moved. */
  static boolean exceeds(SeekableByteChannel channel, FileHead head) throws IOException {
    long size = channel.size();
    byte[] start = head.bytes();
    if (begins(start, ascii("RIFF"))) {
      return lacks(size, head.audioStart() + riff(start, size));
    }
    if (begins(start, ASF_HEADER)) {
      return lacks(size, head.audioStart() + asf(start));
    }
    if (begins(start, ascii("OggS"))) {
      return lastOggPageIsCut(channel);
    }
    return false;
  }

  private static boolean lacks(long size, long stated) {
    return size < stated - TOLERANCE;
  }

  /** Zero, all ones and some two GiB stand for "not known when this was written". */
  private static long riff(byte[] start, long fileSize) {
    if (start.length < 8) {
      return 0;
    }
    long size = Integer.toUnsignedLong(little(start).getInt(4));
    boolean endless = size >= ENDLESS_RIFF && size <= TWO_GIB && fileSize < TWO_GIB;
    return size == 0xFFFFFFFFL || endless ? 0 : size + 8;
  }

  private static long asf(byte[] start) {
    for (int at = 30; at + 48 <= start.length; ) {
      if (Arrays.equals(start, at, at + 8, ASF_FILE_PROPERTIES, 0, 8)) {
        // Behind the object's identifier and size stands the file's identifier, then its size.
        return little(start).getLong(at + 40);
      }
      long length = little(start).getLong(at + 16);
      if (length < 24 || length > start.length) {
        return 0;
      }
      at += (int) length;
    }
    return 0;
  }

  private static boolean lastOggPageIsCut(SeekableByteChannel channel) throws IOException {
    long size = channel.size();
    int count = (int) Math.min(size, LARGEST_OGG_PAGE);
    byte[] tail = FileHead.bytesAt(channel, size - count, count);
    byte[] capture = ascii("OggS");
    for (int at = tail.length - 4; at >= 0; at--) {
      if (Arrays.equals(tail, at, at + 4, capture, 0, 4)) {
        return oggPageEnd(tail, at) > tail.length;
      }
    }
    return false;
  }

  private static long oggPageEnd(byte[] tail, int at) {
    if (at + 27 > tail.length) {
      return Long.MAX_VALUE;
    }
    int segments = tail[at + 26] & 0xFF;
    if (at + 27 + segments > tail.length) {
      return Long.MAX_VALUE;
    }
    long end = (long) at + 27 + segments;
    for (int i = 0; i < segments; i++) {
      end += tail[at + 27 + i] & 0xFF;
    }
    return end;
  }

  private static boolean begins(byte[] bytes, byte[] with) {
    return bytes.length >= with.length
        && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
