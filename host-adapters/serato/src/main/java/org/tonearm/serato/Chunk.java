package org.tonearm.serato;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A piece of Serato's files, after the descriptions in Mixxx's wiki (Serato Database Format): four
 * letters, a length of four bytes (big-endian), and so many bytes. Pieces whose name begins with
 * {@code o} hold others; those with {@code t} or {@code p}, and {@code vrsn}, hold text in UTF-16
 * (big-endian). The bytes are kept as they are, so that unknown ones survive. Immutable.
 */
final class Chunk {
  private static final int HEAD = 8;

  /** Pieces that contradict their own lengths. */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenException(String message) {
      super(message);
    }
  }

  private final String name;
  private final byte[] data;

  /**
   * @param name four letters
   * @param data handed over: nobody changes it any more
   */
  private Chunk(String name, byte[] data) {
    this.name = name;
    this.data = data;
  }

  /** Four letters. */
  String name() {
    return name;
  }

  /** With a text. */
  static Chunk text(String name, String text) {
    return new Chunk(name, text.getBytes(StandardCharsets.UTF_16BE));
  }

  /** With pieces in it. */
  static Chunk of(String name, List<Chunk> inside) {
    return new Chunk(name, bytes(inside));
  }

  /** The pieces of a file. */
  static List<Chunk> read(byte[] bytes) throws BrokenException {
    List<Chunk> chunks = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      if (bytes.length - at < HEAD) {
        throw new BrokenException("it ends within a piece, at byte " + at);
      }
      String name = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
      int length = ByteBuffer.wrap(bytes, at + 4, 4).getInt();
      if (length < 0 || length > bytes.length - at - HEAD) {
        throw new BrokenException("the piece at byte " + at + " is longer than what is there");
      }
      chunks.add(new Chunk(name, Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length)));
      at += HEAD + length;
    }
    return chunks;
  }

  /** The bytes of pieces in a row. */
  static byte[] bytes(List<Chunk> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Chunk chunk : chunks) {
      out.writeBytes(chunk.name.getBytes(StandardCharsets.ISO_8859_1));
      out.writeBytes(ByteBuffer.allocate(4).putInt(chunk.data.length).array());
      out.writeBytes(chunk.data);
    }
    return out.toByteArray();
  }

  /** As text. */
  String text() {
    return new String(data, StandardCharsets.UTF_16BE);
  }

  /** The pieces in it. */
  List<Chunk> inside() throws BrokenException {
    return read(data);
  }

  /** The text of the first piece of a name. */
  static Optional<String> text(List<Chunk> chunks, String name) {
    return chunks.stream().filter(chunk -> chunk.name.equals(name)).map(Chunk::text).findFirst();
  }
}
