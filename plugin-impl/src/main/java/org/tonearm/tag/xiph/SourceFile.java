package org.tonearm.tag.xiph;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** A file that is only read, by offsets. For one thread. */
final class SourceFile implements Closeable {
  private static final int CHUNK = 1 << 18;

  private final FileChannel channel;
  private final long size;

  private SourceFile(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /** Opens; the caller closes. */
  static SourceFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new SourceFile(channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Bytes, as it was when opened. */
  long size() {
    return size;
  }

  /** Fills a part of an array from an offset. */
  void read(long offset, byte[] into, int from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, from, length);
    while (buffer.hasRemaining()) {
      int n = channel.read(buffer, offset + (buffer.position() - from));
      if (n < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
  }

  /**
   * Reads a stretch.
   *
   * @param what named in the error if the file ends before it
   */
  byte[] read(long offset, int length, String what) throws IOException, StructureException {
    if (length > size - offset) {
      throw StructureException.malformed(
          "the file ends at byte "
              + size
              + ", inside "
              + what
              + " which should reach to byte "
              + (offset + length)
              + ".");
    }
    byte[] bytes = new byte[length];
    read(offset, bytes, 0, length);
    return bytes;
  }

  /** Whether the bytes from one offset up to another are zeros. */
  boolean isZero(long from, long to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(0, to - from))];
    for (long at = from; at < to; at += chunk.length) {
      int n = (int) Math.min(chunk.length, to - at);
      read(at, chunk, 0, n);
      for (int i = 0; i < n; i++) {
        if (chunk[i] != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Digests the bytes from one offset up to another. */
  void digest(MessageDigest digest, long from, long to) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, Math.max(0, to - from))];
    for (long at = from; at < to; ) {
      int n = (int) Math.min(chunk.length, to - at);
      read(at, chunk, 0, n);
      digest.update(chunk, 0, n);
      at += n;
    }
  }

  /** Copies the bytes from one offset up to another to where the target stands. */
  void copy(long from, long to, FileChannel target) throws IOException {
    for (long at = from; at < to; ) {
      long n = channel.transferTo(at, to - at, target);
      if (n <= 0) {
        throw new EOFException("the file became shorter while it was read");
      }
      at += n;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
