package org.tonearm.tag.xiph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Vorbis comment as raw parts: vendor string, entries in order, and whatever follows the last
 * entry (the framing bit of Ogg Vorbis, padding, an Opus writer's own data). Lengths are 32 bits,
 * little-endian. Immutable.
 */
final class VorbisComment {
  /**
   * The vendor string of comments that Tonearm made where a FLAC file had none; by it they are
   * known when they are empty again.
   */
  private static final byte[] OWN_VENDOR = "Tonearm".getBytes(StandardCharsets.US_ASCII);

  /** Far more than any real file has; a bound on memory and time for made-up ones. */
  private static final int MOST_ENTRIES = 1 << 14;

  private final byte[] vendor;
  private final List<CommentEntry> entries;
  private final byte[] tail;

  private VorbisComment(byte[] vendor, List<CommentEntry> entries, byte[] tail) {
    this.vendor = vendor;
    this.entries = List.copyOf(entries);
    this.tail = tail;
  }

  /** A new one without entries. */
  static VorbisComment created() {
    return new VorbisComment(OWN_VENDOR, List.of(), new byte[0]);
  }

  /**
   * Reads one.
   *
   * @param bytes a FLAC block's body or an Ogg packet
   * @param from where the comment begins in them, after the packet's magic word
   */
  static VorbisComment parse(byte[] bytes, int from) throws StructureException {
    ByteBuffer in =
        ByteBuffer.wrap(bytes, from, bytes.length - from).order(ByteOrder.LITTLE_ENDIAN);
    byte[] vendor = take(in, "the vendor string");
    long count = length(in, "the number of comments");
    if (count > in.remaining() / 4) {
      throw StructureException.malformed(
          "the Vorbis comment states " + count + " entries, more than it has room for.");
    }
    if (count > MOST_ENTRIES) {
      throw StructureException.unsupported(
          "the Vorbis comment has " + count + " entries, at most " + MOST_ENTRIES + " are read.");
    }
    List<CommentEntry> entries = new ArrayList<>((int) count);
    for (int i = 0; i < count; i++) {
      entries.add(new CommentEntry(take(in, "comment " + (i + 1))));
    }
    byte[] tail = new byte[in.remaining()];
    in.get(tail);
    return new VorbisComment(vendor, entries, tail);
  }

  private static byte[] take(ByteBuffer in, String what) throws StructureException {
    long length = length(in, what);
    if (length > in.remaining()) {
      throw StructureException.malformed(
          what
              + " of the Vorbis comment should have "
              + length
              + " bytes; "
              + in.remaining()
              + " are left.");
    }
    byte[] bytes = new byte[(int) length];
    in.get(bytes);
    return bytes;
  }

  private static long length(ByteBuffer in, String what) throws StructureException {
    if (in.remaining() < 4) {
      throw StructureException.malformed("the Vorbis comment ends before " + what + ".");
    }
    return Integer.toUnsignedLong(in.getInt());
  }

  /** The vendor string, not copied. */
  byte[] vendor() {
    return vendor;
  }

  /** The entries in order. */
  List<CommentEntry> entries() {
    return entries;
  }

  /** What follows the last entry, not copied. */
  byte[] tail() {
    return tail;
  }

  /** The same with other entries. */
  VorbisComment withEntries(List<CommentEntry> changed) {
    return new VorbisComment(vendor, changed, tail);
  }

  /** The same with other bytes at the end, which are taken over. */
  VorbisComment withTail(byte[] changed) {
    return new VorbisComment(vendor, entries, changed);
  }

  /** True if Tonearm made this comment. */
  boolean isOwn() {
    return Arrays.equals(vendor, OWN_VENDOR);
  }

  /** True if it holds nothing at all but Tonearm's vendor string. */
  boolean isLeftOver() {
    return isOwn() && entries.isEmpty() && tail.length == 0;
  }

  /** Bytes when serialised. */
  long length() {
    long sum = 8L + vendor.length + tail.length;
    for (CommentEntry entry : entries) {
      sum += 4L + entry.raw().length;
    }
    return sum;
  }

  /**
   * Serialises.
   *
   * @param magic put in front
   * @throws StructureException if the result would not fit an array
   */
  byte[] toBytes(byte[] magic) throws StructureException {
    long total = magic.length + length();
    if (total > Integer.MAX_VALUE - 64) {
      throw StructureException.unsupported("the Vorbis comment would grow beyond 2 GiB.");
    }
    ByteBuffer out = ByteBuffer.allocate((int) total).order(ByteOrder.LITTLE_ENDIAN);
    out.put(magic).putInt(vendor.length).put(vendor).putInt(entries.size());
    for (CommentEntry entry : entries) {
      out.putInt(entry.raw().length).put(entry.raw());
    }
    return out.put(tail).array();
  }
}
