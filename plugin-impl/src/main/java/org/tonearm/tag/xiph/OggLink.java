package org.tonearm.tag.xiph;

import java.io.IOException;

/** The audio pages of a file's first stream, walked in order. For one thread. */
final class OggLink {
  private final OggPages walk;
  private final int serial;
  private boolean ended;
  private long rest;

  /** Begins behind the headers. */
  OggLink(SourceFile file, OggHeaders headers) {
    this.walk = new OggPages(file, headers.audioFrom());
    this.serial = headers.first().serial();
    this.ended = headers.endStream();
    this.rest = headers.audioFrom();
  }

  /**
   * The next page, or null at the stream's end: after its last page, where another stream begins
   * (chained files), or where no whole page follows (a file cut short).
   *
   * @throws StructureException if another stream's pages lie between this one's
   */
  OggPage next() throws IOException, StructureException {
    if (ended) {
      return null;
    }
    OggPage page = walk.next();
    if (page == null || page.isFirst()) {
      ended = true;
      return null;
    }
    if (page.serial() != serial) {
      throw StructureException.unsupported(
          "pages of several streams are mixed in this Ogg file; at byte " + rest + " for one.");
    }
    ended = page.isLast();
    rest = walk.position();
    return page;
  }

  /** Offset behind the last page given: from here on bytes are carried over unread. */
  long rest() {
    return rest;
  }
}
