package org.tonearm.tag.xiph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One entry of a Vorbis comment: {@code KEY=value} mostly, but any bytes are carried. Immutable.
 */
final class CommentEntry {
  private final byte[] raw;
  private final int keyLength;

  /** Takes the array over. */
  CommentEntry(byte[] raw) {
    this.raw = raw;
    int at = 0;
    while (at < raw.length && raw[at] != '=') {
      at++;
    }
    this.keyLength = at < raw.length ? at : -1;
  }

  /** An entry in UTF-8. */
  static CommentEntry of(String key, String value) {
    return new CommentEntry((key + '=' + value).getBytes(StandardCharsets.UTF_8));
  }

  /** All bytes, not copied: only to be read. */
  byte[] raw() {
    return raw;
  }

  /** The key as it is spelled, or a description in parentheses where there is no {@code =}. */
  String key() {
    return keyLength < 0
        ? "(entry without a key)"
        : new String(raw, 0, keyLength, StandardCharsets.UTF_8);
  }

  /** The value; bytes that are no UTF-8 become U+FFFD. */
  String value() {
    return new String(raw, keyLength + 1, raw.length - keyLength - 1, StandardCharsets.UTF_8);
  }

  /** True if the key is this name, which is in capitals, in any case. */
  boolean isNamed(String name) {
    if (keyLength != name.length()) {
      return false;
    }
    for (int i = 0; i < keyLength; i++) {
      int c = raw[i] >= 'a' && raw[i] <= 'z' ? raw[i] - 32 : raw[i];
      if (c != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CommentEntry that && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return new String(raw, StandardCharsets.UTF_8);
  }
}
