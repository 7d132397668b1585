package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Builds tags and files byte by byte, with code of its own that shares nothing with the codecs. */
final class TagBytes {
  private TagBytes() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  static byte[] bytes(int... values) {
    byte[] b = new byte[values.length];
    for (int i = 0; i < b.length; i++) {
      b[i] = (byte) values[i];
    }
    return b;
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] syncsafe(int n) {
    return bytes(n >> 21 & 127, n >> 14 & 127, n >> 7 & 127, n & 127);
  }

  static byte[] plain(int n) {
    return ByteBuffer.allocate(4).putInt(n).array();
  }

  static byte[] little(long n) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) n).array();
  }

  /** A frame of ID3v2.2, 2.3 or 2.4. */
  static byte[] frame(int version, String id, byte[] body, int... flags) {
    byte[] flag = flags.length == 0 ? new byte[2] : bytes(flags);
    return switch (version) {
      case 2 -> join(latin(id), Arrays.copyOfRange(plain(body.length), 1, 4), body);
      case 3 -> join(latin(id), plain(body.length), flag, body);
      default -> join(latin(id), syncsafe(body.length), flag, body);
    };
  }

  /** A Latin-1 text frame. */
  static byte[] text(int version, String id, String text) {
    return frame(version, id, join(bytes(0), latin(text)));
  }

  /** A text frame in another encoding: 1 UTF-16 with mark, 2 UTF-16BE, 3 UTF-8. */
  static byte[] text(int version, String id, int encoding, String text) {
    Charset charset =
        switch (encoding) {
          case 1 -> StandardCharsets.UTF_16LE;
          case 2 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
    byte[] mark = encoding == 1 ? bytes(0xFF, 0xFE) : new byte[0];
    return frame(version, id, join(bytes(encoding), mark, text.getBytes(charset)));
  }

  /** A user text frame in Latin-1. */
  static byte[] userText(int version, String description, String text) {
    String id = version == 2 ? "TXX" : "TXXX";
    return frame(version, id, join(bytes(0), latin(description + '\0' + text)));
  }

  /** A whole tag; {@code body} is what stands between header and footer. */
  static byte[] tag(int version, int flags, byte[]... body) {
    byte[] all = join(body);
    byte[] rest = join(bytes(version, 0, flags), syncsafe(all.length));
    byte[] footer = version == 4 && (flags & 0x10) != 0 ? join(latin("3DI"), rest) : new byte[0];
    return join(latin("ID3"), rest, all, footer);
  }

  /** Unsynchronises after the standard's rule, a last 0xFF included. */
  static byte[] unsynchronised(byte[] b) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < b.length; i++) {
      out.write(b[i]);
      int next = i + 1 < b.length ? b[i + 1] & 0xFF : 0;
      if (b[i] == (byte) 0xFF && (next == 0 || next >= 0xE0)) {
        out.write(0);
      }
    }
    return out.toByteArray();
  }

  static byte[] padding(int length) {
    return new byte[length];
  }

  static int crc(byte[]... parts) {
    CRC32 crc = new CRC32();
    Arrays.stream(parts).forEach(crc::update);
    return (int) crc.getValue();
  }

  /** Silent MPEG-1 layer III frames, 128 kbit/s, 44.1 kHz, mono, told apart by their last bytes. */
  static byte[] mpeg(int frames) {
    byte[] all = new byte[417 * frames];
    for (int i = 0; i < frames; i++) {
      System.arraycopy(bytes(0xFF, 0xFB, 0x90, 0xC0), 0, all, 417 * i, 4);
      all[417 * i + 416] = (byte) (i + 1);
    }
    return all;
  }

  static byte[] id3v1() {
    byte[] tag = new byte[128];
    System.arraycopy(latin("TAGSome old title"), 0, tag, 0, 17);
    tag[127] = 17;
    return tag;
  }

  static byte[] ape() {
    byte[] item = join(little(5), little(0), latin("Genre\0Metal"));
    byte[] rest = join(little(2000), little(item.length + 32L), little(1));
    byte[] header = join(latin("APETAGEX"), rest, little(0xA0000000L), padding(8));
    byte[] footer = join(latin("APETAGEX"), rest, little(0x80000000L), padding(8));
    return join(header, item, footer);
  }

  static byte[] chunk(ByteOrder order, String id, byte[] data) {
    byte[] size = order == ByteOrder.BIG_ENDIAN ? plain(data.length) : little(data.length);
    return join(latin(id), size, data, padding(data.length & 1));
  }

  static byte[] wav(byte[]... chunks) {
    byte[] all = join(chunks);
    return join(latin("RIFF"), little(all.length + 4L), latin("WAVE"), all);
  }

  static byte[] riff(String id, byte[] data) {
    return chunk(ByteOrder.LITTLE_ENDIAN, id, data);
  }

  /** The fmt chunk of 16 bit mono at 8 kHz. */
  static byte[] fmt() {
    return riff("fmt ", join(bytes(1, 0, 1, 0), little(8000), little(16000), bytes(2, 0, 16, 0)));
  }

  static byte[] samples(int count) {
    byte[] b = new byte[count];
    for (int i = 0; i < count; i++) {
      b[i] = (byte) (i * 7);
    }
    return b;
  }

  static byte[] aiff(String type, byte[]... chunks) {
    byte[] all = join(chunks);
    return join(latin("FORM"), plain(all.length + 4), latin(type), all);
  }

  static byte[] iff(String id, byte[] data) {
    return chunk(ByteOrder.BIG_ENDIAN, id, data);
  }

  /** The COMM chunk of 16 bit mono at 8 kHz. */
  static byte[] comm(int frames) {
    return iff(
        "COMM", join(bytes(0, 1), plain(frames), bytes(0, 16, 0x40, 0x0B, 0xFA), padding(7)));
  }
}
