package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Reads, digests, copies and writes ranges of a file whose length was taken before. */
final class FileBytes {
  private static final int BLOCK = 1 << 18;

  private FileBytes() {}

  /** Exactly that many bytes, from position 0 of a new buffer. */
  static ByteBuffer read(FileChannel file, long offset, int length)
      throws IOException, StructureException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.position() < length) {
      // In blocks: a channel takes as much native memory as a heap buffer has room.
      bytes.limit(Math.min(bytes.position() + BLOCK, length));
      if (file.read(bytes, offset + bytes.position()) < 0) {
        throw shortened();
      }
    }
    return bytes.flip();
  }

  /** Feeds a range to a digest. */
  static void digest(FileChannel file, long offset, long length, MessageDigest digest)
      throws IOException, StructureException {
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, length));
    long done = 0;
    while (done < length) {
      block.clear().limit((int) Math.min(block.capacity(), length - done));
      int count = file.read(block, offset + done);
      if (count < 0) {
        throw shortened();
      }
      digest.update(block.flip());
      done += count;
    }
  }

  /** True if a range holds zeros alone. */
  static boolean allZero(FileChannel file, long offset, long length)
      throws IOException, StructureException {
    for (long done = 0; done < length; done += BLOCK) {
      ByteBuffer block = read(file, offset + done, (int) Math.min(BLOCK, length - done));
      if (!allZero(block, 0)) {
        return false;
      }
    }
    return true;
  }

  /** True if a buffer holds zeros alone from a position to its limit. */
  static boolean allZero(ByteBuffer bytes, int from) {
    for (int i = from; i < bytes.limit(); i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Copies a range. */
  static void copy(FileChannel from, long offset, long length, WritableByteChannel to)
      throws IOException, StructureException {
    long done = 0;
    while (done < length) {
      long count = from.transferTo(offset + done, length - done, to);
      if (count <= 0) {
        throw shortened();
      }
      done += count;
    }
  }

  /** Writes buffers one after the other. */
  static void write(List<ByteBuffer> buffers, WritableByteChannel to) throws IOException {
    long total = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, Math.max(1, total)));
    for (ByteBuffer buffer : buffers) {
      ByteBuffer left = buffer.duplicate();
      while (left.hasRemaining()) {
        int count = Math.min(left.remaining(), block.remaining());
        block.put(left.slice().limit(count));
        left.position(left.position() + count);
        if (!block.hasRemaining()) {
          drain(block, to);
        }
      }
    }
    drain(block, to);
  }

  /** Writes zeros. */
  static void writeZeros(long count, WritableByteChannel to) throws IOException {
    ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, count));
    for (long done = 0; done < count; done += block.capacity()) {
      block.position((int) Math.min(block.capacity(), count - done));
      drain(block, to);
    }
  }

  private static void drain(ByteBuffer block, WritableByteChannel to) throws IOException {
    block.flip();
    while (block.hasRemaining()) {
      to.write(block);
    }
    block.clear();
  }

  /** SHA-256, which every Java platform has. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks SHA-256", e);
    }
  }

  private static StructureException shortened() {
    return StructureException.changedMeanwhile("the file became shorter while it was read");
  }
}
