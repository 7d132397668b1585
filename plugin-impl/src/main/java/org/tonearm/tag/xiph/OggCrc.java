package org.tonearm.tag.xiph;

/**
 * The checksum of Ogg pages (RFC 3533, section 6): CRC-32 with the polynomial 0x04C11DB7, most
 * significant bit first, from 0 and not inverted. It is linear: the checksum of the bitwise
 * difference of two pages is the difference of their checksums.
 */
final class OggCrc {
  private static final int POLYNOMIAL = 0x04C11DB7;
  private static final int[] TABLE = table();

  private OggCrc() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
      table[i] = crc;
    }
    return table;
  }

  /** Goes on from a checksum over a stretch of bytes. */
  static int of(int crc, byte[] bytes, int from, int length) {
    int sum = crc;
    for (int i = from; i < from + length; i++) {
      sum = sum << 8 ^ TABLE[sum >>> 24 ^ (bytes[i] & 0xFF)];
    }
    return sum;
  }

  /** Goes on from a checksum over zero bytes. */
  static int ofZeros(int crc, int length) {
    int sum = crc;
    for (int i = 0; i < length; i++) {
      sum = sum << 8 ^ TABLE[sum >>> 24];
    }
    return sum;
  }
}
