package org.tonearm.tag.id3;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An item of an APE tag: size, flags, key, value.
 *
 * @param key in any case
 * @param flags as they stand
 * @param value its bytes; none if the item says that it is longer than the tag
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ApeItem(String key, int flags, byte[] value) {
  private static final int HEADER = 8;
  private static final int KIND = 6;
  private static final int BINARY = 2;

  /** Takes the bytes between a tag's header and footer apart, as far as they go by the rules. */
  static List<ApeItem> all(byte[] items) {
    List<ApeItem> all = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(items).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at >= 0 && at <= items.length - HEADER) {
      long size = in.getInt(at) & 0xFFFFFFFFL;
      int key = at + HEADER;
      int end = key;
      while (end < items.length && items[end] != 0) {
        end++;
      }
      boolean whole = size <= items.length - end - 1;
      byte[] value = whole ? Arrays.copyOfRange(items, end + 1, end + 1 + (int) size) : new byte[0];
      String name = new String(items, key, end - key, StandardCharsets.ISO_8859_1);
      all.add(new ApeItem(name, in.getInt(at + 4), value));
      at = whole ? end + 1 + (int) size : -1;
    }
    return all;
  }

  /** False for binary values and addresses. */
  boolean isText() {
    return (flags & KIND) == 0;
  }

  boolean isBinary() {
    return (flags & KIND) == BINARY;
  }
}
