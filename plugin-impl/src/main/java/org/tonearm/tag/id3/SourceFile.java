package org.tonearm.tag.id3;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file opened for reading by position. Not thread-safe; the opener closes it. */
final class SourceFile implements Closeable {
  /** Largest tag or chunk that is taken into memory, in bytes. */
  static final long MEMORY_LIMIT = 256L << 20;

  private static final int BLOCK = 1 << 17;

  private final FileChannel channel;
  private final long size;

  SourceFile(Path path) throws IOException {
    channel = FileChannel.open(path, StandardOpenOption.READ);
    size = channel.size();
  }

  /** Bytes in the file when it was opened. */
  long size() {
    return size;
  }

  /**
   * Reads a range, all of it.
   *
   * @param what names the range in the fault
   * @throws StructureException if the range does not lie within the file, or is absurdly large
   */
  byte[] read(long position, long length, String what) throws IOException, StructureException {
    if (position < 0 || length < 0 || position > size - length) {
      throw StructureException.malformed(
          what + " says " + length + " bytes, but the file ends before them");
    }
    if (length > MEMORY_LIMIT) {
      throw StructureException.unsupported(
          what + " is larger than 256 MiB", "Shrink it with another editor.");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    fill(buffer, position);
    return buffer.array();
  }

  /** The first bytes of a range, fewer than asked for where the file ends. */
  byte[] peek(long position, int length) throws IOException {
    int there = (int) Math.max(0, Math.min(length, size - position));
    ByteBuffer buffer = ByteBuffer.allocate(there);
    fill(buffer, position);
    return buffer.array();
  }

  /** Feeds a range to a digest, block by block. */
  void digest(MessageDigest digest, long from, long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
    for (long position = from; position < to; ) {
      buffer.clear().limit((int) Math.min(BLOCK, to - position));
      fill(buffer, position);
      digest.update(buffer.flip());
      position += buffer.limit();
    }
  }

  /** Copies a range, inside the kernel where it can. */
  void copy(long from, long to, WritableByteChannel target) throws IOException {
    for (long position = from; position < to; ) {
      long moved = channel.transferTo(position, to - position, target);
      if (moved <= 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      position += moved;
    }
  }

  private void fill(ByteBuffer buffer, long position) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
