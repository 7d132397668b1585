package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;

/** Puts a tag together again: frames as stored, then padding so that the length stays if it can. */
final class Id3Writer {
  /** Padding of a tag that had to grow, in bytes. */
  private static final int GROWTH = 1024;

  private Id3Writer() {}

  /**
   * The whole tag. Its length is as before where the frames fit; a tag with footer and without
   * padding gets none, as ID3v2.4 forbids it.
   */
  static byte[] write(Id3Tag tag) throws StructureException {
    byte[] frames = frames(tag);
    long content = extended(tag) + frames.length;
    int padding = (int) (room(tag, content) - content);
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) content + padding);
    if (tag.extended().isPresent()) {
      byte[] plain = Id3Parser.plain(tag.frames());
      // The zero byte after a last 0xFF is stuffing, and vanishes when the tag is read.
      int plainPadding = padding > 0 && endsOpen(tag, frames) ? padding - 1 : padding;
      body.writeBytes(tag.extended().get().storedFor(plain, plainPadding, tag.unsynchronised()));
    }
    body.writeBytes(frames);
    body.writeBytes(new byte[padding]);

    byte[] header = new byte[Id3Tag.HEADER];
    header[0] = 'I';
    header[1] = 'D';
    header[2] = '3';
    header[3] = (byte) tag.version().minor();
    header[4] = (byte) tag.revision();
    header[5] = (byte) tag.flags();
    Syncsafe.write(header, 6, body.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + 2 * Id3Tag.HEADER);
    out.writeBytes(header);
    out.writeBytes(body.toByteArray());
    if (tag.hasFooter()) {
      header[0] = '3';
      header[1] = 'D';
      header[2] = 'I';
      out.writeBytes(header);
    }
    return out.toByteArray();
  }

  /** Bytes of the tag's body without padding. */
  static long content(Id3Tag tag) {
    return extended(tag) + frames(tag).length;
  }

  private static long extended(Id3Tag tag) {
    return tag.extended().map(ExtendedHeader::storedLength).orElse(0);
  }

  private static long room(Id3Tag tag, long content) throws StructureException {
    long room;
    if (tag.hasFooter() && tag.padding() == 0) {
      room = content;
    } else if (content <= tag.room()) {
      room = tag.room();
    } else if (tag.room() == Id3Tag.NEW && content < Syncsafe.MAX - 2 * GROWTH) {
      room = Id3Tag.roomForNew((int) content);
    } else {
      room = content + GROWTH;
      room += Id3Tag.bearsMark(room) ? 2 : 0;
    }
    if (room > Syncsafe.MAX) {
      throw StructureException.unsupported(
          "the tag would be larger than 256 MiB", "Take pictures out of it with another editor.");
    }
    return room;
  }

  /** True if a zero byte or a sync after these frames would be taken for their stuffing. */
  private static boolean endsOpen(Id3Tag tag, byte[] stored) {
    return tag.unsynchronised() && stored.length > 0 && stored[stored.length - 1] == (byte) 0xFF;
  }

  /** The frames as stored; a last 0xFF is stuffed by the padding that follows. */
  private static byte[] frames(Id3Tag tag) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean open = false;
    for (Id3Frame frame : tag.frames()) {
      byte[] stored = frame.stored();
      // A new neighbour must not make a false sync out of a last 0xFF.
      if (open && Unsynchronisation.needsStuffing(stored[0])) {
        out.write(0);
      }
      out.writeBytes(stored);
      open = endsOpen(tag, stored);
    }
    return out.toByteArray();
  }
}
