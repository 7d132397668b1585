package org.tonearm.tag.id3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes frames that fit a given tag. */
final class FrameBuilder {
  private static final int SHORT_LIMIT = 1 << 24;

  private FrameBuilder() {}

  /** A frame with the header that the tag's version asks for. */
  static Id3Frame build(Id3Tag tag, String id, int statusFlags, byte[] body)
      throws StructureException {
    Id3Version version = tag.version();
    int limit = version == Id3Version.V2_2 ? SHORT_LIMIT : Syncsafe.MAX;
    if (body.length >= limit) {
      throw StructureException.unsupported(
          "the values do not fit into a frame", "Give the field fewer or shorter values.");
    }
    byte[] bytes = new byte[version.headerLength() + body.length];
    byte[] name = id.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, bytes, 0, name.length);
    if (version == Id3Version.V2_2) {
      Syncsafe.writePlain(bytes, 3, 3, body.length);
    } else {
      if (tag.syncsafeSizes()) {
        Syncsafe.write(bytes, 4, body.length);
      } else {
        Syncsafe.writePlain(bytes, 4, 4, body.length);
      }
      bytes[8] = (byte) statusFlags;
    }
    System.arraycopy(body, 0, bytes, version.headerLength(), body.length);
    return new Id3Frame(version, id, bytes, stored(tag, bytes));
  }

  /** The bytes that stand for these in the tag. */
  static byte[] stored(Id3Tag tag, byte[] bytes) {
    if (!tag.unsynchronised()) {
      return bytes;
    }
    byte[] stuffed = Unsynchronisation.apply(bytes);
    return Arrays.equals(stuffed, bytes) ? bytes : stuffed;
  }
}
