package org.tonearm.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** ID3 and APE tags, byte by byte. */
final class Id3Bytes {
  private Id3Bytes() {}

  /** A tag of version 2, 3 or 4 with the usual frames, a picture and padding. */
  static byte[] tag(int version) {
    boolean old = version == 2;
    byte[] frames =
        join(
            frame(version, old ? "TT2" : "TIT2", "\0A title"),
            frame(version, old ? "TP1" : "TPE1", "\1\u00ff\u00feA\0n\0"),
            frame(version, old ? "TCO" : "TCON", "\0(12)"),
            frame(version, old ? "TXX" : "TXXX", "\0MOOD\0calm"),
            frame(version, old ? "COM" : "COMM", "\0eng\0a remark"),
            frame(
                version,
                old ? "PIC" : "APIC",
                old ? "\0PNG\3\0picture" : "\0image/png\0\3\0picture"),
            new byte[60]);
    byte[] header = join(text("ID3"), new byte[] {(byte) version, 0, 0}, new byte[4]);
    SizeForm.SYNCSAFE.write(header, 6, frames.length);
    return join(header, frames);
  }

  static byte[] version1() {
    return Arrays.copyOf(text("TAGAn old title"), 128);
  }

  static byte[] ape() {
    byte[] items = join(apeItem("Title", "A title"), apeItem("Genre", "Other"));
    return join(apeEnd(items.length, 0xA0000000), items, apeEnd(items.length, 0x80000000));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] frame(int version, String id, String content) {
    byte[] body = text(content);
    byte[] size = new byte[version == 2 ? 3 : 4];
    (version == 2 ? SizeForm.BIG24 : SizeForm.SYNCSAFE).write(size, 0, body.length);
    return join(text(id), size, new byte[version == 2 ? 0 : 2], body);
  }

  private static byte[] apeItem(String key, String value) {
    byte[] lengths = new byte[8];
    SizeForm.LITTLE32.write(lengths, 0, value.length());
    return join(lengths, text(key), new byte[1], text(value));
  }

  private static byte[] apeEnd(int length, int flags) {
    ByteBuffer end = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    end.put(text("APETAGEX")).putInt(2000).putInt(length + 32).putInt(2).putInt(flags);
    return end.array();
  }
}
