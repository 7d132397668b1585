package org.tonearm.djxml.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Bytes one after the other, with a look at the next one. Confined to one thread. */
final class XmlBytes {
  static final int END = -1;
  private static final int NOT_READ = -2;
  private static final int LONGEST = 1 << 24;

  private final InputStream in;
  private int next = NOT_READ;
  private long position;
  private int line = 1;
  private byte[] kept = new byte[256];
  private int size;

  XmlBytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, which stays the next one; {@link #END} after the last. */
  int peek() throws IOException {
    if (next == NOT_READ) {
      next = in.read();
    }
    return next;
  }

  /** The next byte. */
  int read() throws IOException {
    int read = peek();
    if (read != END) {
      position++;
      line += read == '\n' ? 1 : 0;
      next = NOT_READ;
    }
    return read;
  }

  /** Offset of the next byte. */
  long position() {
    return position;
  }

  /** From 1. */
  int line() {
    return line;
  }

  /** Forgets what was kept. */
  void clear() {
    size = 0;
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
    return true;
  }

  /** What was kept. */
  byte[] kept() {
    return Arrays.copyOf(kept, size);
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
