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
        crc = timesX(crc);
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

  /**
   * Goes on from a checksum over zero bytes: multiplies it by x to the power of 8 times the length,
   * in as many steps as the length has bits.
   */
  static int ofZeros(int crc, int length) {
    int sum = crc;
    int power = 1 << 8;
    for (int left = length; left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        sum = times(sum, power);
      }
      power = times(power, power);
    }
    return sum;
  }

  /** Product of two polynomials over GF(2), modulo the checksum's. */
  private static int times(int a, int b) {
    int product = 0;
    for (int bit = 31; bit >= 0; bit--) {
      product = timesX(product) ^ ((b >> bit & 1) == 0 ? 0 : a);
    }
    return product;
  }

  private static int timesX(int a) {
    return a < 0 ? a << 1 ^ POLYNOMIAL : a << 1;
  }
}
