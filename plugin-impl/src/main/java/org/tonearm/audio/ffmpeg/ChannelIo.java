package org.tonearm.audio.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * FFmpeg's I/O over a channel of ours, so that FFmpeg never sees a file's name: names hold bytes
 * that no Java string, and so no call into FFmpeg, can express.
 *
 * <p>One instance serves one file and one thread. The caller owns the channel and closes it after
 * this object. The callbacks stop with {@code AVERROR_EXIT} once the calling thread is interrupted.
 */
public final class ChannelIo implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int IO_ERROR = -5;

  private final SeekableByteChannel channel;
  private final long origin;
  private final long id;
  private final AVIOContext context;
  private IOException failure;

  private ChannelIo(SeekableByteChannel channel, long origin, boolean writing) {
    this.channel = channel;
    this.origin = origin;
    this.id = Callbacks.NEXT_ID.getAndIncrement();
    Callbacks.OPEN.put(id, this);
    BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES)).capacity(BUFFER_BYTES);
    this.context =
        buffer.isNull()
            ? null
            : avio_alloc_context(
                buffer,
                BUFFER_BYTES,
                writing ? 1 : 0,
                new Handle(id),
                writing ? null : Callbacks.READ,
                writing ? Callbacks.WRITE : null,
                Callbacks.SEEK);
    if (context == null || context.isNull()) {
      av_free(buffer);
      Callbacks.OPEN.remove(id);
      throw new OutOfMemoryError("no native memory for an I/O buffer of FFmpeg");
    }
  }

  /**
   * For reading.
   *
   * @param origin the byte of the channel that FFmpeg sees as the first
   */
  public static ChannelIo reading(SeekableByteChannel channel, long origin) throws IOException {
    channel.position(origin);
    return new ChannelIo(channel, origin, false);
  }

  /** For writing from the channel's start. */
  public static ChannelIo writing(SeekableByteChannel channel) {
    return new ChannelIo(channel, 0, true);
  }

  /** To be set as the {@code pb} of a format context; valid until {@link #close()}. */
  public AVIOContext context() {
    return context;
  }

  /** The error that a callback met, or null. */
  public IOException failure() {
    return failure;
  }

  /** Frees the context and its buffer; the channel stays open. */
  @Override
  public void close() {
    // FFmpeg may have replaced the buffer that it was given.
    av_free(context.buffer());
    avio_context_free(context);
    Callbacks.OPEN.remove(id);
  }

  private int read(BytePointer into, int size) {
    if (Thread.currentThread().isInterrupted()) {
      return AVERROR_EXIT;
    }
    try {
      int count = channel.read(into.capacity(size).asByteBuffer());
      return count <= 0 ? AVERROR_EOF : count;
    } catch (ClosedByInterruptException e) {
      return AVERROR_EXIT;
    } catch (IOException e) {
      failure = e;
      return IO_ERROR;
    }
  }

  private int write(BytePointer from, int size) {
    try {
      ByteBuffer bytes = from.capacity(size).asByteBuffer();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return size;
    } catch (ClosedByInterruptException e) {
      return AVERROR_EXIT;
    } catch (IOException e) {
      failure = e;
      return IO_ERROR;
    }
  }

  private long seek(long offset, int whence) {
    try {
      if ((whence & AVSEEK_SIZE) != 0) {
        return channel.size() - origin;
      }
      long target =
          switch (whence & 0xffff) {
            case 0 -> origin + offset;
            case 1 -> channel.position() + offset;
            case 2 -> channel.size() + offset;
            default -> -1;
          };
      if (target < origin) {
        return IO_ERROR;
      }
      channel.position(target);
      return target - origin;
    } catch (ClosedByInterruptException e) {
      return AVERROR_EXIT;
    } catch (IOException e) {
      failure = e;
      return IO_ERROR;
    }
  }

  /** An opaque pointer that is a number in disguise: it points at nothing. */
  private static final class Handle extends Pointer {
    Handle(long id) {
      address = id;
    }
  }

  /**
   * The functions that FFmpeg calls. JavaCPP makes room for ten functions of a type only, so that
   * one of each serves the whole process and finds its file by FFmpeg's opaque pointer. Held here,
   * they are never collected.
   */
  private static final class Callbacks {
    static final AtomicLong NEXT_ID = new AtomicLong(1);
    static final Map<Long, ChannelIo> OPEN = new ConcurrentHashMap<>();
    static final Read READ = new Read();
    static final Write WRITE = new Write();
    static final Seek SEEK = new Seek();
  }

  private static final class Read extends Read_packet_Pointer_BytePointer_int {
    Read() {
      super();
    }

    @Override
    public int call(Pointer opaque, BytePointer into, int size) {
      ChannelIo io = Callbacks.OPEN.get(opaque.address());
      try {
        return io == null ? IO_ERROR : io.read(into, size);
      } catch (RuntimeException e) {
        // Nothing may be thrown through C.
        return io.failed(e);
      }
    }
  }

  private static final class Write extends Write_packet_Pointer_BytePointer_int {
    Write() {
      super();
    }

    @Override
    public int call(Pointer opaque, BytePointer from, int size) {
      ChannelIo io = Callbacks.OPEN.get(opaque.address());
      try {
        return io == null ? IO_ERROR : io.write(from, size);
      } catch (RuntimeException e) {
        return io.failed(e);
      }
    }
  }

  private static final class Seek extends Seek_Pointer_long_int {
    Seek() {
      super();
    }

    @Override
    public long call(Pointer opaque, long offset, int whence) {
      ChannelIo io = Callbacks.OPEN.get(opaque.address());
      try {
        return io == null ? IO_ERROR : io.seek(offset, whence);
      } catch (RuntimeException e) {
        return io.failed(e);
      }
    }
  }

  private int failed(RuntimeException e) {
    failure = new IOException(e);
    return IO_ERROR;
  }
}
