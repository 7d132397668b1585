package org.tonearm.tag.id3;

/** Big-endian integers, plain and with seven bits a byte. */
final class Syncsafe {
  /** Largest number that four syncsafe bytes hold. */
  static final int MAX = (1 << 28) - 1;

  private Syncsafe() {}

  /** Reads four bytes of seven bits, or -1 if a top bit is set. */
  static int read(byte[] b, int at) {
    if (((b[at] | b[at + 1] | b[at + 2] | b[at + 3]) & 0x80) != 0) {
      return -1;
    }
    return (b[at] << 21) | (b[at + 1] << 14) | (b[at + 2] << 7) | b[at + 3];
  }

  /** Writes four bytes of seven bits. */
  static void write(byte[] b, int at, int value) {
    for (int i = 0; i < 4; i++) {
      b[at + i] = (byte) ((value >> (7 * (3 - i))) & 0x7F);
    }
  }

  /** Reads {@code count} plain bytes, at most seven. */
  static long readPlain(byte[] b, int at, int count) {
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = (value << 8) | (b[at + i] & 0xFF);
    }
    return value;
  }

  /** Writes {@code count} plain bytes. */
  static void writePlain(byte[] b, int at, int count, long value) {
    for (int i = 0; i < count; i++) {
      b[at + i] = (byte) (value >> (8 * (count - 1 - i)));
    }
  }
}
