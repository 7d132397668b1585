package org.tonearm.serato;

import java.nio.charset.StandardCharsets;

/** Names of crates as names of files. Stateless. */
final class CrateName {
  /** File systems take 255 with what is put behind it. */
  private static final int MOST_BYTES = 200;

  private CrateName() {}

  /** No character that some system forbids, nor the sign by which Serato nests crates. */
  static String of(String name) {
    return shortened(name.replaceAll("[\\x00-\\x1f/\\\\:*?\"<>|]|%%", "-"));
  }

  private static String shortened(String name) {
    int end = 0;
    int bytes = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        return name.substring(0, end).stripTrailing();
      }
      end = next;
    }
    return name;
  }
}
