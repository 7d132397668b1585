package org.tonearm.spark.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A stream of Hadoop as a channel for reading. Reads ahead a little: demuxers and codecs ask for
 * few bytes here and there, and each jump of a stream may cost a request. Confined to one thread.
 */
final class RemoteChannel extends FileChannel {
  private static final int AHEAD = 128 * 1024;

  private final FSDataInputStream stream;
  private final long size;
  private final byte[] ahead = new byte[AHEAD];
  private long aheadAt;
  private int aheadLength;
  private long position;

  RemoteChannel(FSDataInputStream stream, long size) {
    this.stream = stream;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    int count = read(into, position);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public int read(ByteBuffer into, long at) throws IOException {
    if (at >= size) {
      return -1;
    }
    if (at < aheadAt || at >= aheadAt + aheadLength) {
      fill(at);
    }
    int offset = (int) (at - aheadAt);
    int count = Math.min(into.remaining(), aheadLength - offset);
    if (count <= 0) {
      return into.hasRemaining() ? -1 : 0;
    }
    into.put(ahead, offset, count);
    return count;
  }

  private void fill(long at) throws IOException {
    if (stream.getPos() != at) {
      stream.seek(at);
    }
    aheadAt = at;
    aheadLength = 0;
    int wanted = (int) Math.min(AHEAD, size - at);
    while (aheadLength < wanted) {
      int count = stream.read(ahead, aheadLength, wanted - aheadLength);
      if (count < 0) {
        return;
      }
      aheadLength += count;
    }
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    long total = 0;
    for (int i = offset; i < offset + length; i++) {
      while (into[i].hasRemaining()) {
        int count = read(into[i]);
        if (count < 0) {
          return total == 0 ? -1 : total;
        }
        total += count;
      }
    }
    return total;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(AHEAD, Math.max(0, count)));
    if (read(buffer, from) <= 0) {
      return 0;
    }
    buffer.flip();
    long moved = 0;
    while (buffer.hasRemaining()) {
      moved += target.write(buffer);
    }
    return moved;
  }

  @Override
  protected void implCloseChannel() throws IOException {
    stream.close();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new NonWritableChannelException();
  }

  @Override
  public int write(ByteBuffer from, long at) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileChannel truncate(long newSize) {
    throw new NonWritableChannelException();
  }

  @Override
  public void force(boolean metaData) {
    // Nothing is written.
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long at, long count) {
    throw new NonWritableChannelException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long at, long length) {
    throw new UnsupportedOperationException("a remote file can't be mapped into memory");
  }

  @Override
  public FileLock lock(long at, long length, boolean shared) {
    throw new UnsupportedOperationException("a remote file can't be locked");
  }

  @Override
  public FileLock tryLock(long at, long length, boolean shared) {
    throw new UnsupportedOperationException("a remote file can't be locked");
  }
}
