package org.tonearm.tag.wild;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Puts small files together byte by byte, with code of its own. */
final class Bytes {
  private Bytes() {}

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  static byte[] of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] big(int n) {
    return ByteBuffer.allocate(4).putInt(n).array();
  }

  static byte[] little(int n) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(n).array();
  }

  static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  static byte[] zeros(int length) {
    return new byte[length];
  }

  /** MPEG-1 layer III frames, 128 kbit/s, 44.1 kHz, mono. */
  static byte[] mpeg(int frames) {
    byte[] all = new byte[417 * frames];
    for (int i = 0; i < frames; i++) {
      System.arraycopy(of(0xFF, 0xFB, 0x90, 0xC0), 0, all, 417 * i, 4);
      all[417 * i + 416] = (byte) (i + 1);
    }
    return all;
  }

  /** A whole ID3v2 tag; with the flag 0x10, one with a footer. */
  static byte[] id3(int version, int flags, byte[]... body) {
    byte[] all = join(body);
    byte[] rest = join(of(version, 0, flags), syncsafe(all.length));
    byte[] footer = (flags & 0x10) == 0 ? zeros(0) : join(latin("3DI"), rest);
    return join(latin("ID3"), rest, all, footer);
  }

  /** A text frame in Latin-1. */
  static byte[] text(int version, String id, String value) {
    byte[] body = join(of(0), latin(value));
    return switch (version) {
      case 2 -> join(latin(id), Arrays.copyOfRange(big(body.length), 1, 4), body);
      case 3 -> join(latin(id), big(body.length), zeros(2), body);
      default -> join(latin(id), syncsafe(body.length), zeros(2), body);
    };
  }

  static byte[] syncsafe(int n) {
    return of(n >> 21 & 127, n >> 14 & 127, n >> 7 & 127, n & 127);
  }

  static byte[] id3v1() {
    return Arrays.copyOf(latin("TAGAn old title"), 128);
  }

  /** An APEv2 tag with one item. */
  static byte[] ape(String key, String value) {
    byte[] item = join(little(value.length()), little(0), latin(key), of(0), latin(value));
    byte[] rest = join(little(2000), little(item.length + 32), little(1));
    return join(
        join(latin("APETAGEX"), rest, little(0xA0000000), zeros(8)),
        item,
        join(latin("APETAGEX"), rest, little(0x80000000), zeros(8)));
  }

  /** A RIFF chunk with its pad byte. */
  static byte[] chunk(String id, byte[] data) {
    return join(latin(id), little(data.length), data, zeros(data.length & 1));
  }

  /** An IFF chunk with its pad byte. */
  static byte[] bigChunk(String id, byte[] data) {
    return join(latin(id), big(data.length), data, zeros(data.length & 1));
  }

  /** An MP4 atom. */
  static byte[] atom(String type, byte[]... body) {
    byte[] all = join(body);
    return join(big(8 + all.length), latin(type), all);
  }
}
