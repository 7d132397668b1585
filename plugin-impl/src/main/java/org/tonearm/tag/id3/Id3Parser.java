package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Takes an ID3v2 tag apart into frames, or refuses: every byte of the tag is accounted for.
 *
 * <p>Frames that a reader would call invalid but that have a name and a length, such as empty ones
 * and the three-letter ones that iTunes leaves in ID3v2.3 tags, are carried like all others.
 */
final class Id3Parser {
  private static final int FRAME_LIMIT = 1 << 16;

  /** A frame's place in the body: header included. */
  private record Span(int from, int to) {}

  private Id3Parser() {}

  /** True if the bytes begin with the header of an ID3v2 tag. */
  static boolean startsTag(byte[] b) {
    return b.length >= Id3Tag.HEADER
        && b[0] == 'I'
        && b[1] == 'D'
        && b[2] == '3'
        && b[3] != (byte) 0xFF
        && b[4] != (byte) 0xFF
        && Syncsafe.read(b, 6) >= 0;
  }

  /** True if the bytes say that they are a tag's header, and break the rules for one. */
  static boolean startsBrokenTag(byte[] b) {
    return b.length >= 3 && b[0] == 'I' && b[1] == 'D' && b[2] == '3' && !startsTag(b);
  }

  /** Bytes of the tag that begins with this header, header and footer included. */
  static int totalLength(byte[] header) {
    boolean footer = header[3] == 4 && (header[5] & Id3Tag.FLAG_FOOTER) != 0;
    return Id3Tag.HEADER + Syncsafe.read(header, 6) + (footer ? Id3Tag.HEADER : 0);
  }

  /**
   * Parses a tag.
   *
   * @param tag the whole tag, for which {@link #startsTag} holds and whose length is {@link
   *     #totalLength}
   */
  static Id3Tag parse(byte[] tag) throws StructureException {
    Id3Version version = Id3Version.of(tag[3]);
    int flags = tag[5] & 0xFF;
    checkFlags(version, flags);
    int room = Syncsafe.read(tag, 6);
    byte[] stored = Arrays.copyOfRange(tag, Id3Tag.HEADER, Id3Tag.HEADER + room);
    if (tag.length > Id3Tag.HEADER + room) {
      checkFooter(tag, Id3Tag.HEADER + room);
    }
    boolean unsynchronised =
        version != Id3Version.V2_4
            && (flags & Id3Tag.FLAG_UNSYNCHRONISED) != 0
            && Unsynchronisation.isApplied(stored);
    byte[] plain = unsynchronised ? Unsynchronisation.undo(stored) : stored;

    int start =
        version != Id3Version.V2_2 && (flags & Id3Tag.FLAG_EXTENDED) != 0
            ? ExtendedHeader.length(plain, 0, version)
            : 0;
    boolean syncsafe = version == Id3Version.V2_4;
    List<Span> spans;
    try {
      spans = walk(plain, start, version, syncsafe);
    } catch (StructureException e) {
      if (!syncsafe) {
        throw e;
      }
      // Old iTunes wrote plain sizes into ID3v2.4. Only one reading of the two can add up.
      syncsafe = false;
      try {
        spans = walk(plain, start, version, false);
      } catch (StructureException second) {
        e.addSuppressed(second);
        throw e;
      }
    }

    int end = spans.isEmpty() ? start : spans.get(spans.size() - 1).to();
    int padding = plain.length - end;
    List<Id3Frame> frames = new ArrayList<>(spans.size());
    int storedAt = unsynchronised ? Unsynchronisation.storedEnd(stored, 0, start) : start;
    byte[] storedStart = Arrays.copyOf(stored, storedAt);
    for (Span span : spans) {
      byte[] bytes = Arrays.copyOfRange(plain, span.from(), span.to());
      byte[] asStored = bytes;
      if (unsynchronised) {
        int to = Unsynchronisation.storedEnd(stored, storedAt, bytes.length);
        boolean last = span.to() == end;
        asStored =
            Arrays.copyOfRange(
                stored, storedAt, last ? Unsynchronisation.withoutLastStuffing(stored, to) : to);
        storedAt = to;
      }
      frames.add(new Id3Frame(version, frameId(bytes, 0, version), bytes, asStored));
    }
    Optional<ExtendedHeader> extended =
        start == 0
            ? Optional.empty()
            : Optional.of(
                new ExtendedHeader(
                    version,
                    Arrays.copyOf(plain, start),
                    storedStart,
                    Arrays.copyOfRange(plain, start, end),
                    padding));
    return new Id3Tag(
        version, tag[4] & 0xFF, flags, extended, frames, syncsafe, unsynchronised, room, padding);
  }

  /** The frame name at an offset, or null if none can stand there. */
  static String frameId(byte[] b, int at, Id3Version version) {
    int length = version.idLength();
    if (b.length - at < length) {
      return null;
    }
    for (int i = 0; i < length; i++) {
      byte c = b[at + i];
      boolean valid = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      // iTunes leaves three-letter names, filled up, in tags of later versions.
      boolean filler = i == 3 && (c == 0 || c == ' ');
      if (!valid && !filler) {
        return null;
      }
    }
    return new String(b, at, length, StandardCharsets.ISO_8859_1);
  }

  /** The bodies and headers of frames, one after the other, without unsynchronisation. */
  static byte[] plain(List<Id3Frame> frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    frames.forEach(frame -> out.writeBytes(frame.bytes()));
    return out.toByteArray();
  }

  private static List<Span> walk(byte[] b, int from, Id3Version version, boolean syncsafe)
      throws StructureException {
    List<Span> spans = new ArrayList<>();
    int at = from;
    while (at < b.length && b[at] != 0) {
      String id = frameId(b, at, version);
      if (id == null || b.length - at < version.headerLength()) {
        throw StructureException.malformed(
            "no frame of " + version.title() + " stands at byte " + at + " of the tag");
      }
      long size = size(b, at, version, syncsafe);
      if (size < 0 || size > b.length - at - version.headerLength()) {
        throw StructureException.malformed("the frame " + id + " is longer than its tag");
      }
      int to = at + version.headerLength() + (int) size;
      spans.add(new Span(at, to));
      if (spans.size() > FRAME_LIMIT) {
        throw StructureException.malformed("the tag holds more than " + FRAME_LIMIT + " frames");
      }
      at = to;
    }
    for (int i = at; i < b.length; i++) {
      if (b[i] != 0) {
        throw StructureException.malformed("the tag's padding is not empty");
      }
    }
    return spans;
  }

  private static long size(byte[] b, int at, Id3Version version, boolean syncsafe) {
    int sizeAt = at + version.idLength();
    if (version == Id3Version.V2_2) {
      return Syncsafe.readPlain(b, sizeAt, 3);
    }
    return syncsafe ? Syncsafe.read(b, sizeAt) : Syncsafe.readPlain(b, sizeAt, 4);
  }

  private static void checkFlags(Id3Version version, int flags) throws StructureException {
    int unknown =
        switch (version) {
          case V2_2 -> 0x3F;
          case V2_3 -> 0x1F;
          case V2_4 -> 0x0F;
        };
    if ((flags & unknown) != 0) {
      throw StructureException.malformed("the tag's header has unknown flags");
    }
    if (version == Id3Version.V2_2 && (flags & 0x40) != 0) {
      throw StructureException.unsupported(
          "the ID3v2.2 tag is compressed as a whole",
          "Convert the tag to ID3v2.3 or ID3v2.4 with another tag editor.");
    }
  }

  private static void checkFooter(byte[] tag, int at) throws StructureException {
    boolean same = tag[at] == '3' && tag[at + 1] == 'D' && tag[at + 2] == 'I';
    for (int i = 3; i < Id3Tag.HEADER; i++) {
      same &= tag[at + i] == tag[i];
    }
    if (!same) {
      throw StructureException.malformed("the tag's footer does not repeat its header");
    }
  }
}
