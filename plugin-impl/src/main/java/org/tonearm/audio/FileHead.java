package org.tonearm.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.AVPROBE_SCORE_RETRY;
import static org.bytedeco.ffmpeg.global.avformat.av_probe_input_format3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.javacpp.BytePointer;

/**
 * The first bytes of a file's audio, behind any ID3v2 tag.
 *
 * <p>The tag is passed over because a large cover picture in it would keep FFmpeg from reaching the
 * audio while it guesses the format, and because its pictures would be read for nothing.
 */
final class FileHead {
  private static final int LENGTH = 64 * 1024;
  private static final int ID3_HEADER = 10;
  private static final int LARGEST_MPEG_FRAME = 1729;

  private final long audioStart;
  private final byte[] bytes;

  private FileHead(long audioStart, byte[] bytes) {
    this.audioStart = audioStart;
    this.bytes = bytes;
  }

  /** Reads it; the channel's position is then undefined. */
  static FileHead read(SeekableByteChannel channel) throws IOException {
    long start = 0;
    long next = behindTag(channel, start);
    while (next > start) {
      start = next;
      next = behindTag(channel, start);
    }
    return new FileHead(start, bytesAt(channel, start, LENGTH));
  }

  /** The first byte behind the ID3v2 tags. */
  long audioStart() {
    return audioStart;
  }

  /** Up to 64 KiB from there; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * True if an MPEG audio frame's header stands at the very beginning. FFmpeg's guess wants to see
   * several frames, and so does not know the shortest of files.
   */
  boolean startsWithMpegFrame() {
    if (bytes.length < 4 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xE0) != 0xE0) {
      return false;
    }
    int version = bytes[1] >> 3 & 3;
    int layer = bytes[1] >> 1 & 3;
    int bitRate = bytes[2] >> 4 & 15;
    int rate = bytes[2] >> 2 & 3;
    return version != 1 && layer != 0 && bitRate != 15 && rate != 3;
  }

  /** True for what encoders leave behind that were given no sound: one frame of headers. */
  boolean isLoneMpegFrame() {
    return startsWithMpegFrame() && bytes.length < LARGEST_MPEG_FRAME;
  }

  /** True if nothing follows the tags. */
  boolean nothing() {
    return bytes.length == 0;
  }

  /**
   * The container that these bytes are the beginning of, judged by content.
   *
   * @param wanted FFmpeg's short names
   * @return null if they look like none of them
   */
  String recognisedAs(Set<String> wanted) {
    int[] score = new int[1];
    try (BytePointer padded = new BytePointer((long) bytes.length + AVPROBE_PADDING_SIZE);
        AVProbeData probe = new AVProbeData()) {
      padded.zero();
      padded.put(bytes, 0, bytes.length);
      probe.buf(padded).buf_size(bytes.length);
      AVInputFormat found = av_probe_input_format3(probe, 1, score);
      if (found == null || found.isNull() || score[0] <= AVPROBE_SCORE_RETRY()) {
        return null;
      }
      for (String name : found.name().getString().split(",")) {
        if (wanted.contains(name)) {
          return name;
        }
      }
      return null;
    }
  }

  /** ID3v2.4, section 3.1: ten bytes, the size in four of seven bits each, perhaps a footer. */
  private static long behindTag(SeekableByteChannel channel, long at) throws IOException {
    byte[] head = bytesAt(channel, at, ID3_HEADER);
    if (head.length < ID3_HEADER || head[0] != 'I' || head[1] != 'D' || head[2] != '3') {
      return at;
    }
    long size = 0;
    for (int i = 6; i < ID3_HEADER; i++) {
      if (head[i] < 0) {
        return at;
      }
      size = size << 7 | head[i];
    }
    boolean footer = (head[5] & 0x10) != 0;
    long end = at + ID3_HEADER + size + (footer ? ID3_HEADER : 0);
    return end <= channel.size() ? end : at;
  }

  /** Up to {@code count} bytes; the channel's position is moved. */
  static byte[] bytesAt(SeekableByteChannel channel, long at, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    channel.position(at);
    while (buffer.hasRemaining() && channel.read(buffer) > 0) {
      // A channel may give less than asked for.
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }
}
