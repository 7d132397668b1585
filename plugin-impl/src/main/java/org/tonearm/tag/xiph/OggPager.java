package org.tonearm.tag.xiph;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lays header packets out on pages, in the manner in which they lay before. */
final class OggPager {
  private final OggPage like;
  private final int firstNumber;
  private final boolean shared;
  private final boolean last;
  private final int mostSegments;

  private final List<OggPage> pages = new ArrayList<>();
  private final ByteArrayOutputStream lacing = new ByteArrayOutputStream();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean continued;
  private boolean packetEnded;

  private OggPager(OggHeaders headers) {
    List<OggPage> old = headers.pages();
    this.like = headers.first();
    this.firstNumber = old.get(0).sequence();
    this.last = headers.endStream();
    this.shared = old.stream().anyMatch(OggPager::hasInnerEnd);
    this.mostSegments =
        old.stream()
            .filter(OggPage::isOpen)
            .findFirst()
            .map(OggPage::segments)
            .orElse(OggPage.MOST_SEGMENTS);
  }

  /** True if a packet ends on the page and another begins behind it. */
  private static boolean hasInnerEnd(OggPage page) {
    for (int i = 0; i < page.segments() - 1; i++) {
      if (page.segment(i) < 255) {
        return true;
      }
    }
    return false;
  }

  /**
   * The pages behind the first for changed header packets. If all lengths are as before the pages
   * are too, but for their content.
   */
  static List<OggPage> layOut(OggHeaders headers, List<byte[]> packets) {
    return sameLengths(headers.packets(), packets)
        ? refill(headers.pages(), packets)
        : new OggPager(headers).pages(packets);
  }

  private static boolean sameLengths(List<byte[]> before, List<byte[]> after) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i).length != after.get(i).length) {
        return false;
      }
    }
    return true;
  }

  private static List<OggPage> refill(List<OggPage> pages, List<byte[]> packets) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    packets.forEach(all::writeBytes);
    byte[] bytes = all.toByteArray();
    List<OggPage> filled = new ArrayList<>();
    int at = 0;
    for (OggPage page : pages) {
      filled.add(page.withBody(bytes, at));
      at += page.bodyLength();
    }
    return filled;
  }

  private List<OggPage> pages(List<byte[]> packets) {
    for (int i = 0; i < packets.size(); i++) {
      boolean end = i == packets.size() - 1;
      add(packets.get(i));
      if (!shared && !end) {
        flush(false);
      }
    }
    flush(last);
    return pages;
  }

  private void add(byte[] packet) {
    int at = 0;
    int length;
    do {
      if (lacing.size() == mostSegments) {
        flush(false);
        continued = at > 0;
      }
      length = Math.min(255, packet.length - at);
      lacing.write(length);
      body.write(packet, at, length);
      at += length;
      packetEnded |= length < 255;
    } while (length == 255);
  }

  private void flush(boolean endOfStream) {
    if (lacing.size() == 0) {
      return;
    }
    pages.add(
        OggPage.build(
            like,
            OggPage.flags(continued, endOfStream),
            packetEnded ? 0 : -1,
            firstNumber + pages.size(),
            lacing.toByteArray(),
            body.toByteArray()));
    lacing.reset();
    body.reset();
    continued = false;
    packetEnded = false;
  }
}
