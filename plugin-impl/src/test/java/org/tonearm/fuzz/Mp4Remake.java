package org.tonearm.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** From a plain MP4 with one AAC track to the forms that the encoder does not write. */
final class Mp4Remake {
  private final byte[] file;
  private final int[] sizes;
  private final int audioAt;

  Mp4Remake(byte[] file) {
    this.file = file;
    ByteBuffer stsz = ByteBuffer.wrap(atom("moov", "trak", "mdia", "minf", "stbl", "stsz"));
    sizes = new int[stsz.getInt(16)];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = stsz.getInt(20 + 4 * i);
    }
    // One track alone: its chunks follow each other without a gap.
    audioAt = ByteBuffer.wrap(atom("moov", "trak", "mdia", "minf", "stbl", "stco")).getInt(16);
  }

  /** The same track in fragments of five samples. */
  byte[] fragmented() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(atom("ftyp"));
    byte[] stbl =
        make(
            "stbl",
            atom("moov", "trak", "mdia", "minf", "stbl", "stsd"),
            make("stts", ints(0, 0)),
            make("stsc", ints(0, 0)),
            make("stsz", ints(0, 0, 0)),
            make("stco", ints(0, 0)));
    byte[] minf =
        make(
            "minf",
            atom("moov", "trak", "mdia", "minf", "smhd"),
            atom("moov", "trak", "mdia", "minf", "dinf"),
            stbl);
    byte[] mdia =
        make(
            "mdia",
            atom("moov", "trak", "mdia", "mdhd"),
            atom("moov", "trak", "mdia", "hdlr"),
            minf);
    out.writeBytes(
        make(
            "moov",
            atom("moov", "mvhd"),
            make("trak", atom("moov", "trak", "tkhd"), mdia),
            make("mvex", make("trex", ints(0, 1, 1, 1024, 0, 0))),
            atom("moov", "udta")));
    int at = audioAt;
    for (int from = 0, number = 1; from < sizes.length; from += 5, number++) {
      int[] some = Arrays.copyOfRange(sizes, from, Math.min(sizes.length, from + 5));
      int length = Arrays.stream(some).sum();
      out.writeBytes(moof(number, from, some));
      out.writeBytes(make("mdat", Arrays.copyOfRange(file, at, at + length)));
      at += length;
    }
    return out.toByteArray();
  }

  /** The packets with a header of ADTS (ISO/IEC 13818-7) each: AAC-LC, 22,050 Hz, one channel. */
  byte[] adts() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = audioAt;
    for (int size : sizes) {
      int length = size + 7;
      out.write(0xFF);
      out.write(0xF1);
      out.write((1 << 6) + (7 << 2));
      out.write((1 << 6) + (length >> 11));
      out.write(length >> 3);
      out.write((length << 5) + 0x1F);
      out.write(0xFC);
      out.write(file, at, size);
      at += size;
    }
    return out.toByteArray();
  }

  private static byte[] moof(int number, int from, int[] some) {
    byte[] draft = moof(number, from, some, 0);
    return moof(number, from, some, draft.length + 8);
  }

  private static byte[] moof(int number, int from, int[] some, int dataOffset) {
    int[] run = new int[3 + some.length];
    run[0] = 0x201;
    run[1] = some.length;
    run[2] = dataOffset;
    System.arraycopy(some, 0, run, 3, some.length);
    return make(
        "moof",
        make("mfhd", ints(0, number)),
        make(
            "traf",
            make("tfhd", ints(0x20000, 1)),
            make("tfdt", ints(0, 1024 * from)),
            make("trun", ints(run))));
  }

  /** A copy of the atom at a path, or nothing. */
  private byte[] atom(String... path) {
    int from = 0;
    int to = file.length;
    for (String type : path) {
      int at = from;
      while (at + 8 <= to && !type(at).equals(type)) {
        at += ByteBuffer.wrap(file).getInt(at);
      }
      if (at + 8 > to) {
        return new byte[0];
      }
      to = at + ByteBuffer.wrap(file).getInt(at);
      from = at + 8;
    }
    return Arrays.copyOfRange(file, from - 8, to);
  }

  private String type(int at) {
    return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
  }

  private static byte[] make(String type, byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[4]);
    out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
    Arrays.stream(parts).forEach(out::writeBytes);
    byte[] atom = out.toByteArray();
    ByteBuffer.wrap(atom).putInt(atom.length);
    return atom;
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    Arrays.stream(values).forEach(bytes::putInt);
    return bytes.array();
  }
}
