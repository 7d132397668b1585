package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * The scheme that keeps false MPEG syncs out of a tag: a zero byte after every 0xFF that a byte of
 * 0xE0 and more, or a zero byte, would follow (ID3v2.3.0, section 5; ID3v2.4.0, section 6.1).
 */
final class Unsynchronisation {
  private Unsynchronisation() {}

  /** False if the bytes hold a false sync, so that a flag which says "unsynchronised" lies. */
  static boolean isApplied(byte[] stored) {
    for (int i = 0; i + 1 < stored.length; i++) {
      if (stored[i] == (byte) 0xFF && (stored[i + 1] & 0xE0) == 0xE0) {
        return false;
      }
    }
    return true;
  }

  /** Takes the stuffed zero bytes out. */
  static byte[] undo(byte[] stored) {
    byte[] plain = new byte[stored.length];
    int length = 0;
    for (int i = 0; i < stored.length; i++) {
      plain[length++] = stored[i];
      if (isStuffed(stored, i)) {
        i++;
      }
    }
    return Arrays.copyOf(plain, length);
  }

  /**
   * Where a run of plain bytes ends in the stored ones.
   *
   * @param from offset in {@code stored} at which the run begins
   * @param plainCount length of the run without stuffing
   */
  static int storedEnd(byte[] stored, int from, int plainCount) {
    int at = from;
    for (int i = 0; i < plainCount; i++) {
      at += isStuffed(stored, at) ? 2 : 1;
    }
    return at;
  }

  /**
   * Where a run of stored bytes ends if the zero byte that stuffs its last 0xFF is not counted.
   * Behind the last frame that byte can't be told from padding, and is counted as such.
   *
   * @param end offset in {@code stored} after the run
   */
  static int withoutLastStuffing(byte[] stored, int end) {
    return end >= 2 && isStuffed(stored, end - 2) ? end - 1 : end;
  }

  /** Stuffs zero bytes in; a last 0xFF is stuffed too, whatever comes next. */
  static byte[] apply(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 16);
    for (int i = 0; i < plain.length; i++) {
      out.write(plain[i]);
      if (plain[i] == (byte) 0xFF && (i + 1 == plain.length || needsStuffing(plain[i + 1]))) {
        out.write(0);
      }
    }
    return out.toByteArray();
  }

  /** True if this byte must not stand after 0xFF. */
  static boolean needsStuffing(byte next) {
    return next == 0 || (next & 0xE0) == 0xE0;
  }

  private static boolean isStuffed(byte[] stored, int at) {
    return stored[at] == (byte) 0xFF && at + 1 < stored.length && stored[at + 1] == 0;
  }
}
