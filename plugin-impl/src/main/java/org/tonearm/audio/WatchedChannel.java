package org.tonearm.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel for reading that tells of each read. Closing it closes the one below. */
final class WatchedChannel implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private final Runnable onRead;

  WatchedChannel(SeekableByteChannel channel, Runnable onRead) {
    this.channel = channel;
    this.onRead = onRead;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    onRead.run();
    return channel.read(into);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
