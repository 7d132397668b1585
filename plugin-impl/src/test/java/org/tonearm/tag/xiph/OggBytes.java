package org.tonearm.tag.xiph;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Builds Ogg streams with opaque packets, and takes them apart, with a pager and a bit-by-bit
 * checksum of its own.
 */
final class OggBytes {
  /** A page taken apart. */
  record Page(
      int flags, long granule, int serial, int sequence, List<Integer> lacing, String body) {
    boolean continued() {
      return (flags & 1) != 0;
    }
  }

  private final int serial;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int sequence;

  OggBytes(int serial) {
    this.serial = serial;
  }

  /** A Vorbis stream: comment and setup share pages, as most encoders do it. */
  static OggBytes vorbis(byte[] comment, int audioPages) {
    return new OggBytes(77)
        .page(2, 0, packet("\1vorbis", 23))
        .packets(0, 255, CommentBytes.join(magic("\3vorbis"), comment), packet("\5vorbis", 3000))
        .audio(audioPages);
  }

  /** An Opus stream. */
  static OggBytes opus(byte[] comment, int audioPages) {
    return new OggBytes(78)
        .page(
            2,
            0,
            CommentBytes.join(
                magic("OpusHead"), new byte[] {1, 2, 56, 1, 68, -84, 0, 0}, new byte[3]))
        .packets(0, 255, CommentBytes.join(magic("OpusTags"), comment))
        .audio(audioPages);
  }

  static byte[] magic(String word) {
    return word.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] packet(String word, int more) {
    return CommentBytes.join(magic(word), FlacBytes.noise(more, more));
  }

  /** One page with whole packets. */
  OggBytes page(int flags, long granule, byte[]... packets) {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      for (int left = packet.length; left >= 0; left -= 255) {
        lacing.write(Math.min(left, 255));
      }
    }
    return rawPage(flags, granule, lacing.toByteArray(), CommentBytes.join(packets));
  }

  /** Packets one behind another over as many pages as they need. */
  OggBytes packets(int flags, int mostSegments, byte[]... packets) {
    ByteArrayOutputStream lacing = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      for (int left = packet.length; left >= 0; left -= 255) {
        lacing.write(Math.min(left, 255));
      }
    }
    byte[] body = CommentBytes.join(packets);
    byte[] table = lacing.toByteArray();
    int at = 0;
    boolean continued = false;
    for (int from = 0; from < table.length; from += mostSegments) {
      byte[] part = Arrays.copyOfRange(table, from, Math.min(table.length, from + mostSegments));
      int length = 0;
      boolean ends = false;
      for (byte segment : part) {
        length += segment & 0xFF;
        ends |= segment != -1;
      }
      byte[] content = Arrays.copyOfRange(body, at, at + length);
      rawPage(flags | (continued ? 1 : 0), ends ? 0 : -1, part, content);
      at += length;
      continued = part[part.length - 1] == -1;
    }
    return this;
  }

  /** Pages of noise, the last one marked as the stream's last. */
  OggBytes audio(int pages) {
    for (int i = 0; i < pages; i++) {
      page(
          i == pages - 1 ? 4 : 0,
          960L * (i + 1),
          FlacBytes.noise(300 + i, i),
          FlacBytes.noise(255, i));
    }
    return this;
  }

  OggBytes rawPage(int flags, long granule, byte[] lacing, byte[] body) {
    ByteBuffer page =
        ByteBuffer.allocate(27 + lacing.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put(magic("OggS")).put((byte) 0).put((byte) flags).putLong(granule).putInt(serial);
    page.putInt(sequence++).putInt(0).put((byte) lacing.length).put(lacing).put(body);
    page.putInt(22, crc(page.array()));
    out.writeBytes(page.array());
    return this;
  }

  OggBytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Takes whole pages apart, and fails at a wrong checksum or anything that is no page. */
  static List<Page> parse(byte[] bytes) {
    List<Page> pages = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (at < bytes.length) {
      if (in.getInt(at) != 0x5367674F) {
        throw new AssertionError("no page at " + at);
      }
      int segments = bytes[at + 26] & 0xFF;
      List<Integer> lacing = new ArrayList<>();
      int length = 0;
      for (int i = 0; i < segments; i++) {
        lacing.add(bytes[at + 27 + i] & 0xFF);
        length += lacing.get(i);
      }
      int end = at + 27 + segments + length;
      byte[] page = Arrays.copyOfRange(bytes, at, end);
      Arrays.fill(page, 22, 26, (byte) 0);
      if (crc(page) != in.getInt(at + 22)) {
        throw new AssertionError("wrong checksum of the page at " + at);
      }
      String body = new String(bytes, at + 27 + segments, length, StandardCharsets.ISO_8859_1);
      pages.add(
          new Page(
              bytes[at + 5],
              in.getLong(at + 6),
              in.getInt(at + 14),
              in.getInt(at + 18),
              lacing,
              body));
      at = end;
    }
    return pages;
  }

  /** Bit by bit, straight from RFC 3533. */
  static int crc(byte[] bytes) {
    int crc = 0;
    for (byte b : bytes) {
      for (int bit = 7; bit >= 0; bit--) {
        boolean high = crc < 0 ^ (b >> bit & 1) == 1;
        crc = crc << 1 ^ (high ? 0x04C11DB7 : 0);
      }
    }
    return crc;
  }
}
