package org.tonearm.djxml.xml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes one after the other, with a look at the next one. Confined to one thread. */
final class XmlBytes {
  static final int END = -1;
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST = 1 << 24;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private int next;
  private long gone;
  private int line = 1;
  private byte[] kept = new byte[256];
  private int size;
  private int signs;

  /**
   * @param in needs no buffer of its own
   */
  XmlBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, which stays the next one; {@link #END} after the last. */
  int peek() throws IOException {
    return next < filled || fill() ? buffer[next] & 0xFF : END;
  }

  private boolean fill() throws IOException {
    gone += filled;
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  /** The next byte. */
  int read() throws IOException {
    int read = peek();
    if (read != END) {
      next++;
      line += read == '\n' ? 1 : 0;
    }
    return read;
  }

  /** Offset of the next byte. */
  long position() {
    return gone + next;
  }

  /** From 1. */
  int line() {
    return line;
  }

  /** Forgets what was kept. */
  void clear() {
    size = 0;
    signs = 0;
  }

  /** Keeps a byte; false if there are too many already. */
  boolean keep(int b) {
    if (size == LONGEST) {
      return false;
    }
    if (size == kept.length) {
      kept = Arrays.copyOf(kept, 2 * size);
    }
    kept[size++] = (byte) b;
    signs |= b;
    return true;
  }

  /**
   * What was kept, as text.
   *
   * @param decoder of an encoding in which a byte below 128 is that character of ASCII
   * @throws CharacterCodingException if it is none in that encoding
   */
  String kept(CharsetDecoder decoder) throws CharacterCodingException {
    return signs < 128
        ? new String(kept, 0, size, StandardCharsets.US_ASCII)
        : decoder.decode(ByteBuffer.wrap(kept, 0, size)).toString();
  }

  /** Whether what was kept ends with these characters of ASCII. */
  boolean keptEndsWith(String end) {
    if (size < end.length()) {
      return false;
    }
    for (int i = 0; i < end.length(); i++) {
      if (kept[size - end.length() + i] != end.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
