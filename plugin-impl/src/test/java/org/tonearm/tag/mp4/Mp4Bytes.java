package org.tonearm.tag.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds small MP4 files of four chunks by hand, sharing no code with the codec. */
final class Mp4Bytes {
  static final int CHUNKS = 4;
  static final int CHUNK_SIZE = 32;

  private boolean moovFirst = true;
  private boolean wide;
  private byte[] udta = new byte[0];
  private final List<byte[]> behindMoov = new ArrayList<>();
  private final List<byte[]> inMoov = new ArrayList<>();
  private final List<byte[]> inSampleTable = new ArrayList<>();

  /** A whole atom with a 32-bit size. */
  static byte[] atom(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(
        ByteBuffer.allocate(4).putInt(8 + body.length).array(),
        type.getBytes(StandardCharsets.ISO_8859_1),
        body);
  }

  /** A whole atom with a 64-bit size. */
  static byte[] wideAtom(String type, byte[]... parts) {
    byte[] body = join(parts);
    return join(
        ByteBuffer.allocate(4).putInt(1).array(),
        type.getBytes(StandardCharsets.ISO_8859_1),
        ByteBuffer.allocate(8).putLong(16L + body.length).array(),
        body);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] free(int size) {
    return atom("free", new byte[size - 8]);
  }

  static byte[] data(int type, byte[] value) {
    return atom("data", ByteBuffer.allocate(8).putInt(type).array(), value);
  }

  static byte[] text(String value) {
    return data(1, utf8(value));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] freeform(String mean, String name, byte[]... data) {
    return atom(
        "----",
        atom("mean", new byte[4], utf8(mean)),
        atom("name", new byte[4], utf8(name)),
        join(data));
  }

  static byte[] handler(String type) {
    return atom("hdlr", new byte[8], utf8(type), utf8("appl"), new byte[9]);
  }

  static byte[] udta(byte[]... children) {
    return atom("udta", children);
  }

  /** With version and flags. */
  static byte[] meta(byte[]... children) {
    return atom("meta", new byte[4], join(children));
  }

  /** The usual user data: handler, items, padding of that size (0 for none). */
  static byte[] tags(int padding, byte[]... items) {
    byte[] pad = padding == 0 ? new byte[0] : free(padding);
    return udta(meta(handler("mdir"), atom("ilst", items), pad));
  }

  Mp4Bytes moovLast() {
    moovFirst = false;
    return this;
  }

  Mp4Bytes co64() {
    wide = true;
    return this;
  }

  Mp4Bytes udtaAtom(byte[] atom) {
    udta = atom;
    return this;
  }

  Mp4Bytes behindMoov(byte[] atom) {
    behindMoov.add(atom);
    return this;
  }

  Mp4Bytes inMoov(byte[] atom) {
    inMoov.add(atom);
    return this;
  }

  Mp4Bytes inSampleTable(byte[] atom) {
    inSampleTable.add(atom);
    return this;
  }

  byte[] build() {
    byte[] ftyp = atom("ftyp", utf8("M4A "), new byte[4], utf8("M4A mp42isom"));
    byte[] mdat = atom("mdat", audio());
    byte[] behind = join(behindMoov.toArray(byte[][]::new));
    int moovSize = moov(0).length;
    if (moovFirst) {
      return join(ftyp, moov(ftyp.length + moovSize + behind.length + 8), behind, mdat);
    }
    return join(ftyp, mdat, moov(ftyp.length + 8), behind);
  }

  static byte[] audio() {
    byte[] audio = new byte[CHUNKS * CHUNK_SIZE];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = (byte) (i * 37 + 11);
    }
    return audio;
  }

  /** What the chunk tables of a file lead to, all tracks after each other. */
  static byte[] audioByTables(byte[] file) {
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    collectChunks(file, 0, file.length, found);
    return found.toByteArray();
  }

  private static void collectChunks(byte[] file, int from, int to, ByteArrayOutputStream found) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    for (int at = from; at + 8 <= to; ) {
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      int size = bytes.getInt(at);
      int header = 8;
      if (size == 1) {
        size = (int) bytes.getLong(at + 8);
        header = 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (List.of("moov", "trak", "mdia", "minf", "stbl").contains(type)) {
        collectChunks(file, at + header, at + size, found);
      } else if (type.equals("stco") || type.equals("co64")) {
        for (int i = 0; i < bytes.getInt(at + 12); i++) {
          int offset =
              type.equals("stco")
                  ? bytes.getInt(at + 16 + 4 * i)
                  : (int) bytes.getLong(at + 16 + 8 * i);
          found.writeBytes(Arrays.copyOfRange(file, offset, offset + CHUNK_SIZE));
        }
      }
      at += size;
    }
  }

  private byte[] moov(long audioStart) {
    ByteBuffer table = ByteBuffer.allocate(8 + CHUNKS * (wide ? 8 : 4)).putInt(0).putInt(CHUNKS);
    for (int i = 0; i < CHUNKS; i++) {
      long offset = audioStart + (long) i * CHUNK_SIZE;
      if (wide) {
        table.putLong(offset);
      } else {
        table.putInt((int) offset);
      }
    }
    byte[] stbl =
        atom(
            "stbl",
            atom("stsd", new byte[8]),
            join(inSampleTable.toArray(byte[][]::new)),
            atom(wide ? "co64" : "stco", table.array()),
            atom("stsz", new byte[12]));
    byte[] trak = atom("trak", atom("tkhd", new byte[84]), atom("mdia", atom("minf", stbl)));
    return atom(
        "moov", atom("mvhd", new byte[100]), trak, udta, join(inMoov.toArray(byte[][]::new)));
  }
}
