package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The chunks of a RIFF or IFF file.
 *
 * <p>Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0,
 * chapter 2; Electronic Arts, EA IFF 85.
 *
 * @param order of the bytes in sizes: little-endian in RIFF, big-endian in IFF
 * @param formSize as the file states it
 * @param chunks in file order
 * @param end where the last chunk ends; what follows is carried as it is
 */
record ChunkLayout(ByteOrder order, long formSize, List<Chunk> chunks, long end) {
  /** Bytes before the first chunk: form name, size and type. */
  static final int FORM_HEADER = 12;

  /** Bytes before a chunk's data: name and size. */
  static final int CHUNK_HEADER = 8;

  private static final int CHUNK_LIMIT = 1 << 16;
  private static final long UNKNOWN = 0xFFFFFFFFL;

  /** What some programs state that write into a pipe, in files that are not near as long. */
  private static final long ENDLESS = 0x7FFF0000L;

  private static final long TWO_GIB = 1L << 31;

  /**
   * One chunk.
   *
   * @param id four characters
   * @param from offset of its header
   * @param size of its data, without the pad byte
   * @param to offset after its pad byte
   */
  record Chunk(String id, long from, long size, long to) {
    long dataFrom() {
      return from + CHUNK_HEADER;
    }

    long dataTo() {
      return dataFrom() + size;
    }
  }

  /** Walks the chunks; all of them must lie within the form and the file. */
  static ChunkLayout read(SourceFile source, ByteOrder order)
      throws IOException, StructureException {
    long formSize = size(source.read(0, FORM_HEADER, "the file's header"), 4, order);
    if (formSize == UNKNOWN || formSize == 0) {
      throw unclosed();
    }
    long limit = Math.min(CHUNK_HEADER + formSize, source.size());
    List<Chunk> chunks = new ArrayList<>();
    long at = FORM_HEADER;
    while (limit - at >= CHUNK_HEADER) {
      byte[] header = source.read(at, CHUNK_HEADER, "a chunk's header");
      String id = new String(header, 0, 4, StandardCharsets.ISO_8859_1);
      if (!isName(header, 0)) {
        if (!chunks.isEmpty() && chunks.get(chunks.size() - 1).size() == 0) {
          throw unclosed(); // what follows is the content of a chunk that says it has none
        }
        throw StructureException.malformed("no chunk stands at byte " + at);
      }
      long size = size(header, 4, order);
      if (size == UNKNOWN) {
        throw unclosed();
      }
      long dataTo = at + CHUNK_HEADER + size;
      if (dataTo > limit && endless(id, size) && source.size() < TWO_GIB) {
        throw unclosed();
      }
      if (dataTo > limit) {
        throw StructureException.malformed(
            "the chunk '" + id + "' says " + size + " bytes, more than there are");
      }
      long to = Math.min(dataTo + (size & 1), limit);
      chunks.add(new Chunk(id, at, size, to));
      if (chunks.size() > CHUNK_LIMIT) {
        throw StructureException.malformed("the file holds more than " + CHUNK_LIMIT + " chunks");
      }
      at = to;
    }
    ChunkLayout layout = new ChunkLayout(order, formSize, List.copyOf(chunks), at);
    return layout.lacksPad() && padFollows(source, at) ? layout.withPad() : layout;
  }

  /** A zero byte that ends the file, or behind which another chunk begins. */
  static boolean padFollows(SourceFile source, long at) throws IOException {
    byte[] next = source.peek(at, 5);
    return next.length > 0 && next[0] == 0 && (next.length == 1 || isName(next, 1));
  }

  private boolean lacksPad() {
    return !chunks.isEmpty() && isBare();
  }

  private ChunkLayout withPad() {
    List<Chunk> padded = new ArrayList<>(chunks);
    Chunk last = padded.remove(padded.size() - 1);
    padded.add(new Chunk(last.id(), last.from(), last.size(), last.to() + 1));
    return new ChunkLayout(order, formSize, List.copyOf(padded), end + 1);
  }

  /** Whether the last chunk's pad byte is there, but left out of the size that the form states. */
  boolean isPadUncounted() {
    return end == CHUNK_HEADER + formSize + 1;
  }

  /** Whether four printable characters stand there. */
  static boolean isName(byte[] b, int at) {
    boolean name = b.length >= at + 4;
    for (int i = at; name && i < at + 4; i++) {
      name = b[i] >= 0x20 && b[i] <= 0x7E;
    }
    return name;
  }

  /** Whether the last chunk has an odd length and lacks its pad byte. */
  boolean isBare() {
    Chunk last = chunks.get(chunks.size() - 1);
    return last.to() - last.dataTo() < (last.size() & 1);
  }

  /** The music of a WAV alone: other chunks are written when their size is known. */
  private static boolean endless(String id, long size) {
    return id.equals("data") && size >= ENDLESS && size <= TWO_GIB;
  }

  private static StructureException unclosed() {
    return StructureException.unsupported(
        "the file does not state its size, as recordings that were never closed",
        "Open and save it in an audio editor.");
  }

  /** A chunk's bytes: header, data and, if the length is odd, a pad byte. */
  static byte[] chunk(String id, byte[] data, ByteOrder order) {
    int pad = data.length & 1;
    return ByteBuffer.allocate(CHUNK_HEADER + data.length + pad)
        .order(order)
        .put(id.getBytes(StandardCharsets.ISO_8859_1))
        .putInt(data.length)
        .put(data)
        .array();
  }

  private static long size(byte[] header, int at, ByteOrder order) {
    return ByteBuffer.wrap(header).order(order).getInt(at) & 0xFFFFFFFFL;
  }
}
