package org.tonearm.tag.xiph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The header packets of an Ogg file's first stream, and the pages they lie on.
 *
 * @param kind the codec
 * @param first the first page, with the identification packet alone
 * @param pages the pages behind it, to the end of the last header packet
 * @param packets the header packets behind the first: comment, and setup for Vorbis
 * @param audioFrom offset of the first page with audio
 */
record OggHeaders(
    OggKind kind, OggPage first, List<OggPage> pages, List<byte[]> packets, long audioFrom) {
  /** Header packets beyond this are not read into memory. */
  private static final int MOST_BYTES = 64 << 20;

  private static final int MOST_PAGES = 1 << 16;

  /** Takes the lists over. */
  OggHeaders {
    pages = List.copyOf(pages);
    packets = List.copyOf(packets);
  }

  /** Reads and checks the headers. */
  static OggHeaders read(SourceFile file) throws IOException, StructureException {
    OggPages walk = new OggPages(file, 0);
    OggPage first = sound(walk);
    if (!first.isFirst() || first.isContinued()) {
      throw StructureException.malformed("the first Ogg page does not begin a stream.");
    }
    if (first.segments() == 0 || first.isOpen() || ends(first) != 1) {
      throw StructureException.unsupported(
          "the first Ogg page should hold the identification header and nothing else.");
    }
    OggKind kind = OggKind.of(packet(first));
    Gathering gathering = new Gathering(kind);
    List<OggPage> pages = new ArrayList<>();
    boolean last = first.isLast();
    while (gathering.packets.size() < kind.furtherHeaders()) {
      if (last || pages.size() >= MOST_PAGES) {
        throw StructureException.malformed("the stream ends before its headers do.");
      }
      OggPage page = sound(walk);
      checkStream(first, page);
      gathering.add(page);
      pages.add(page);
      last = page.isLast();
    }
    return new OggHeaders(kind, first, pages, gathering.packets, walk.position());
  }

  private static OggPage sound(OggPages walk) throws IOException, StructureException {
    long at = walk.position();
    OggPage page = walk.next();
    if (page == null) {
      throw StructureException.malformed("a whole Ogg page was expected at byte " + at + ".");
    }
    if (!page.isSound()) {
      throw StructureException.malformed("the Ogg page at byte " + at + " has a wrong checksum.");
    }
    return page;
  }

  private static void checkStream(OggPage first, OggPage page) throws StructureException {
    if (page.isFirst() || page.serial() != first.serial()) {
      throw StructureException.unsupported(
          "several streams lie side by side in this Ogg file (a video, perhaps).");
    }
  }

  private static int ends(OggPage page) {
    int count = 0;
    for (int i = 0; i < page.segments(); i++) {
      count += page.segment(i) < 255 ? 1 : 0;
    }
    return count;
  }

  private static byte[] packet(OggPage page) {
    byte[] body = new byte[page.bodyLength()];
    System.arraycopy(page.raw(), page.bodyAt(), body, 0, body.length);
    return body;
  }

  /** The identification packet. */
  byte[] identification() {
    return packet(first);
  }

  /** The comment, read. */
  VorbisComment comment() throws StructureException {
    return VorbisComment.parse(packets.get(0), kind.commentMagic().length);
  }

  /** True if the first stream ends with its headers. */
  boolean endStream() {
    return pages.get(pages.size() - 1).isLast();
  }

  /** Puts packets together from pages. */
  private static final class Gathering {
    private final OggKind kind;
    private final List<byte[]> packets = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private boolean within;

    Gathering(OggKind kind) {
      this.kind = kind;
    }

    void add(OggPage page) throws StructureException {
      if (page.segments() > 0 && page.isContinued() != within) {
        throw StructureException.malformed("a page of the headers is missing.");
      }
      int at = page.bodyAt();
      for (int i = 0; i < page.segments(); i++) {
        if (packets.size() == kind.furtherHeaders()) {
          throw StructureException.unsupported(
              "audio begins on the page on which the headers end; it should begin a page.");
        }
        int length = page.segment(i);
        open.write(page.raw(), at, length);
        at += length;
        within = length == 255;
        if (open.size() > MOST_BYTES) {
          throw StructureException.unsupported(
              "the headers hold more than " + (MOST_BYTES >> 20) + " MiB.");
        }
        if (!within) {
          byte[] packet = open.toByteArray();
          open.reset();
          kind.check(packets.size(), packet);
          packets.add(packet);
        }
      }
    }
  }
}
