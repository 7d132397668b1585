package org.tonearm.tag.id3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A new file told as ranges of an old one and bytes put between them. Not thread-safe. */
final class Splice {
  private sealed interface Piece permits Range, Bytes {}

  private record Range(long from, long to) implements Piece {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Bytes(byte[] bytes) implements Piece {}

  private final List<Piece> pieces = new ArrayList<>();

  /** Appends the old file's bytes from {@code from} up to, not including, {@code to}. */
  Splice copy(long from, long to) {
    pieces.add(new Range(from, to));
    return this;
  }

  /** Appends bytes; the caller no longer changes the array. */
  Splice insert(byte[] bytes) {
    pieces.add(new Bytes(bytes));
    return this;
  }

  /** Appends all of another splice. */
  Splice append(Splice other) {
    pieces.addAll(other.pieces);
    return this;
  }

  /** Writes the new file; what {@code target} held is lost. */
  void write(SourceFile source, Path target) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            target,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (Piece piece : pieces) {
        if (piece instanceof Range range) {
          source.copy(range.from(), range.to(), out);
        } else if (piece instanceof Bytes inserted) {
          ByteBuffer buffer = ByteBuffer.wrap(inserted.bytes());
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        }
      }
    }
  }
}
