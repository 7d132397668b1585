package org.tonearm.tag.xiph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagLayout;

/**
 * Which metadata blocks a FLAC file has, in their order. As bytes: the form (1), then type (1) and
 * length (3) of each block, big-endian.
 *
 * @param blocks the blocks; where they begin is not told
 */
record FlacShape(List<Sized> blocks) {
  private static final int FORM = 1;

  /** Beyond this many bytes nothing is noted: the journal is no place for them. */
  private static final int LONGEST = 1 << 14;

  /** Takes the list over. */
  FlacShape {
    blocks = List.copyOf(blocks);
  }

  /**
   * A block.
   *
   * @param type 0 to 126
   * @param length bytes of its body
   */
  record Sized(int type, int length) {
    boolean isPadding() {
      return type == FlacLayout.PADDING;
    }

    boolean isComment() {
      return type == FlacLayout.VORBIS_COMMENT;
    }
  }

  static FlacShape of(FlacLayout layout) {
    return new FlacShape(
        layout.blocks().stream().map(block -> new Sized(block.type(), block.length())).toList());
  }

  TagLayout write() {
    int length = 1 + blocks.size() * Integer.BYTES;
    if (length > LONGEST) {
      return TagLayout.UNKNOWN;
    }
    ByteBuffer out = ByteBuffer.allocate(length).put((byte) FORM);
    blocks.forEach(block -> out.putInt(block.type() << 24 | block.length()));
    return new TagLayout(out.array());
  }

  /** Empty if it is unknown, or not of this codec. */
  static Optional<FlacShape> read(TagLayout layout) {
    ByteBuffer in = ByteBuffer.wrap(layout.bytes());
    if (!in.hasRemaining() || in.get() != FORM || in.remaining() % Integer.BYTES != 0) {
      return Optional.empty();
    }
    List<Sized> blocks = new ArrayList<>();
    while (in.hasRemaining()) {
      int block = in.getInt();
      blocks.add(new Sized(block >>> 24, block & FlacLayout.LONGEST_BODY));
    }
    return Optional.of(new FlacShape(blocks));
  }

  boolean hasComment() {
    return blocks.stream().anyMatch(Sized::isComment);
  }

  /**
   * Whether a file's blocks can be laid out so: all that is neither comment nor padding is the
   * same, there is as much padding in number, and the comment has its length.
   *
   * @param comment the comment block's new body, or null for none
   */
  boolean fits(FlacLayout layout, byte[] comment) {
    List<Sized> lengths = blocks.stream().filter(Sized::isComment).toList();
    List<Sized> wanted =
        comment == null ? List.of() : List.of(new Sized(FlacLayout.VORBIS_COMMENT, comment.length));
    return lengths.equals(wanted) && rest(blocks).equals(rest(of(layout).blocks));
  }

  private static List<Sized> rest(List<Sized> blocks) {
    return blocks.stream()
        .filter(block -> !block.isComment())
        .map(block -> block.isPadding() ? new Sized(FlacLayout.PADDING, 0) : block)
        .toList();
  }
}
