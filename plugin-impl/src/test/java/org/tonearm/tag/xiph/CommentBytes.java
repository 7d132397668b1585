package org.tonearm.tag.xiph;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Builds Vorbis comments byte by byte, after the specification and not with the code under test.
 */
final class CommentBytes {
  private CommentBytes() {}

  /** Entries in UTF-8. */
  static List<byte[]> entries(String... entries) {
    return Arrays.stream(entries).map(CommentBytes::utf8).toList();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] comment(String vendor, List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(le32(utf8(vendor).length));
    out.writeBytes(utf8(vendor));
    out.writeBytes(le32(entries.size()));
    for (byte[] entry : entries) {
      out.writeBytes(le32(entry.length));
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  static byte[] le32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
