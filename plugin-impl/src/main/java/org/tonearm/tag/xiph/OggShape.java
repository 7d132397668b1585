package org.tonearm.tag.xiph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagLayout;

/**
 * How the header packets of an Ogg stream lie on their pages. As bytes: the form (1), the comment
 * packet's length (i32, big-endian), then for each page the number of its segments (1), its flags
 * (1), its granule position (i64) and its number, counted from the first page's (i32).
 *
 * @param commentLength bytes of the comment packet, padding included
 * @param pages the pages behind the first
 */
record OggShape(int commentLength, List<Frame> pages) {
  private static final int FORM = 1;

  /** Beyond this many bytes nothing is noted: the journal is no place for them. */
  private static final int LONGEST = 1 << 14;

  /** Takes the list over. */
  OggShape {
    pages = List.copyOf(pages);
  }

  /**
   * A page without its content.
   *
   * @param segments 0 to 255
   * @param flags as in the page's header
   * @param granule as in the page's header
   * @param number counted from the stream's first page, as the headers tell
   */
  record Frame(int segments, int flags, long granule, int number) {}

  static OggShape of(OggHeaders headers) {
    int first = headers.first().sequence();
    List<Frame> pages =
        headers.pages().stream()
            .map(p -> new Frame(p.segments(), p.flags(), p.granule(), p.sequence() - first))
            .toList();
    return new OggShape(headers.packets().get(0).length, pages);
  }

  TagLayout write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeInt(commentLength);
      for (Frame page : pages) {
        out.writeByte(page.segments);
        out.writeByte(page.flags);
        out.writeLong(page.granule);
        out.writeInt(page.number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.size() > LONGEST ? TagLayout.UNKNOWN : new TagLayout(bytes.toByteArray());
  }

  /** Empty if it is unknown, or not of this codec. */
  static Optional<OggShape> read(TagLayout layout) {
    List<Frame> pages = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(layout.bytes()))) {
      if (!layout.known() || in.readByte() != FORM) {
        return Optional.empty();
      }
      int commentLength = in.readInt();
      while (in.available() > 0) {
        pages.add(
            new Frame(in.readUnsignedByte(), in.readUnsignedByte(), in.readLong(), in.readInt()));
      }
      return Optional.of(new OggShape(commentLength, pages));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The packets on these pages; empty if they do not fill them. */
  Optional<List<OggPage>> layOut(OggHeaders headers, List<byte[]> packets) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      for (int left = packet.length; left >= 0; left -= 255) {
        table.write(Math.min(left, 255));
      }
      content.writeBytes(packet);
    }
    if (table.size() != pages.stream().mapToInt(Frame::segments).sum()) {
      return Optional.empty();
    }
    byte[] lacing = table.toByteArray();
    byte[] body = content.toByteArray();
    int first = headers.first().sequence();
    List<OggPage> made = new ArrayList<>();
    int segment = 0;
    int at = 0;
    for (Frame page : pages) {
      byte[] part = Arrays.copyOfRange(lacing, segment, segment + page.segments);
      int length = 0;
      for (byte size : part) {
        length += size & 0xFF;
      }
      byte[] bytes = Arrays.copyOfRange(body, at, at + length);
      made.add(
          OggPage.build(
              headers.first(), page.flags, page.granule, first + page.number, part, bytes));
      segment += page.segments;
      at += length;
    }
    return Optional.of(made);
  }
}
