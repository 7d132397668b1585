package org.tonearm.tag.id3;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Names the items of a list so that a place among them can be found again: by their bytes, and
 * among items of the same bytes by which of them it is. One instance walks one list; not
 * thread-safe.
 */
final class Anchors {
  private static final byte[] START = new byte[Sha256.LENGTH];

  private final Map<String, Integer> seen = new HashMap<>();

  /** The anchor of a place before all items. */
  static byte[] start() {
    return START.clone();
  }

  static boolean isStart(byte[] anchor) {
    return Arrays.equals(anchor, START);
  }

  /** The anchor of the place after the next item. */
  byte[] after(byte[] item) {
    byte[] hash = Sha256.of(item);
    int occurrence = seen.merge(Sha256.hex(hash), 1, Integer::sum);
    if (occurrence == 1) {
      return hash;
    }
    byte[] numbered = Arrays.copyOf(hash, hash.length + 4);
    Syncsafe.writePlain(numbered, hash.length, 4, occurrence);
    return Sha256.of(numbered);
  }
}
