package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where an atom lies in a buffer. All positions are absolute in it.
 *
 * @param type four characters, bytes read as ISO 8859-1 ({@code ©nam})
 * @param start of the header
 * @param body first byte after the header
 * @param end exclusive
 */
record AtomSpan(String type, int start, int body, int end) {

  int length() {
    return end - start;
  }

  /** A view of the whole atom, header included. */
  ByteBuffer raw(ByteBuffer buffer) {
    return buffer.slice(start, end - start);
  }

  /** The four characters at a position. */
  static String typeAt(ByteBuffer buffer, int position) {
    byte[] type = new byte[4];
    buffer.get(position, type);
    return new String(type, StandardCharsets.ISO_8859_1);
  }
}
