package org.tonearm.tag.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An atom carried as it is.
 *
 * @param type four characters
 * @param bytes the whole atom; position 0, limit at its end; never moved, read with absolute gets
 *     or from a duplicate
 */
record RawBox(String type, ByteBuffer bytes) implements Box {

  static RawBox of(ByteBuffer buffer, AtomSpan span) {
    return new RawBox(span.type(), span.raw(buffer));
  }

  /** A new atom with a 32-bit size. */
  static RawBox build(String type, byte[]... parts) {
    int size = AtomSpans.HEADER;
    for (byte[] part : parts) {
      size = Math.addExact(size, part.length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
    for (byte[] part : parts) {
      bytes.put(part);
    }
    return new RawBox(type, bytes.flip());
  }

  @Override
  public long size() {
    return bytes.limit();
  }

  @Override
  public void appendTo(List<ByteBuffer> out) {
    out.add(bytes.duplicate());
  }

  /** A copy of the whole atom. */
  byte[] copy() {
    byte[] copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return copy;
  }

  /** The atoms inside. */
  AtomSpans children() throws StructureException {
    return AtomSpans.read(bytes, header(), bytes.limit());
  }

  /** Length of the header. */
  int header() {
    return bytes.getInt(0) == 1 ? AtomSpans.WIDE_HEADER : AtomSpans.HEADER;
  }
}
