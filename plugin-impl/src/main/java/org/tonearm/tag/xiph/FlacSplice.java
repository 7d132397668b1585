package org.tonearm.tag.xiph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A FLAC file's metadata with another comment block: a list of blocks to write, each either a
 * stretch of the source or bytes of its own. Padding gives or takes the difference where it can, so
 * that the audio stays at its offset.
 */
final class FlacSplice {
  private static final int ZEROS = 1 << 16;

  private final List<Part> parts = new ArrayList<>();

  /**
   * A block to write.
   *
   * @param from where its body begins in the source
   * @param kept bytes of the body that come from there
   * @param to where its body ends in the source
   * @param padding zero bytes that follow them
   * @param fresh bytes of its own that follow those
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(int type, long from, int kept, long to, int padding, byte[] fresh) {
    static Part of(FlacLayout.Block block) {
      return new Part(block.type(), block.from(), block.length(), block.to(), 0, new byte[0]);
    }

    static Part padding(FlacLayout.Block block, int length) {
      int kept = Math.min(length, block.length());
      return new Part(block.type(), block.from(), kept, block.to(), length - kept, new byte[0]);
    }

    static Part comment(byte[] body) {
      return new Part(FlacLayout.VORBIS_COMMENT, 0, 0, 0, 0, body);
    }

    /** Whether nothing but zeros is left out. */
    boolean losesNothing(SourceFile source) throws IOException {
      return source.isZero(from + kept, to);
    }

    int length() {
      return kept + padding + fresh.length;
    }
  }

  /**
   * Plans.
   *
   * @param source is read where padding shall be cut off, which must be zeros
   * @param comment the comment block's new body, or null for no comment block
   * @param wanted the blocks that there shall be, if they can be had
   */
  FlacSplice(SourceFile source, FlacLayout layout, byte[] comment, Optional<FlacShape> wanted)
      throws IOException, StructureException {
    if (comment != null && comment.length > FlacLayout.LONGEST_BODY) {
      throw StructureException.unsupported(
          "the comment block would grow to "
              + comment.length
              + " bytes; FLAC allows "
              + FlacLayout.LONGEST_BODY
              + ".");
    }
    if (wanted.isPresent() && wanted.get().fits(layout, comment)) {
      shape(layout, comment, wanted.get());
      if (losesNothing(source)) {
        return;
      }
      parts.clear();
    }
    splice(source, layout, comment);
  }

  /** The blocks in the order and with the padding that they had once. */
  private void shape(FlacLayout layout, byte[] comment, FlacShape wanted) {
    Iterator<FlacLayout.Block> present =
        layout.blocks().stream()
            .filter(block -> block.type() != FlacLayout.VORBIS_COMMENT)
            .iterator();
    for (FlacShape.Sized block : wanted.blocks()) {
      if (block.isComment()) {
        parts.add(Part.comment(comment));
      } else if (block.isPadding()) {
        parts.add(Part.padding(present.next(), block.length()));
      } else {
        parts.add(Part.of(present.next()));
      }
    }
  }

  private boolean losesNothing(SourceFile source) throws IOException {
    for (Part part : parts) {
      if (!part.losesNothing(source)) {
        return false;
      }
    }
    return true;
  }

  private void splice(SourceFile source, FlacLayout layout, byte[] comment) throws IOException {
    List<FlacLayout.Block> blocks = layout.blocks();
    int index = layout.commentIndex();
    long grown = room(comment) - (index < 0 ? 0 : room(blocks.get(index)));
    int padded = paddingFor(source, blocks, index, grown);
    for (int i = 0; i < blocks.size(); i++) {
      FlacLayout.Block block = blocks.get(i);
      if (i == padded) {
        parts.add(Part.padding(block, (int) (block.length() - grown)));
      } else if (i != index) {
        parts.add(Part.of(block));
      }
      // a new comment comes right behind STREAMINFO
      if (comment != null && i == Math.max(0, index)) {
        parts.add(Part.comment(comment));
      }
    }
  }

  private static long room(byte[] body) {
    return body == null ? 0 : FlacLayout.BLOCK_HEADER + (long) body.length;
  }

  private static long room(FlacLayout.Block block) {
    return FlacLayout.BLOCK_HEADER + (long) block.length();
  }

  /**
   * The padding block that takes the difference, or -1 if none can: the audio then moves.
   *
   * <p>An edit taken back shall end in the very bytes it began with. Hence the order does not
   * depend on the blocks' sizes (first behind the comment, then before it), padding is never used
   * up to the last byte, and empty padding is left alone. So is padding in which a program keeps
   * something where it would be cut off.
   */
  private static int paddingFor(
      SourceFile source, List<FlacLayout.Block> blocks, int comment, long grown)
      throws IOException {
    int from = Math.max(0, comment);
    for (int i = 0; i < blocks.size(); i++) {
      int at = (from + i) % blocks.size();
      FlacLayout.Block block = blocks.get(at);
      long length = block.length() - grown;
      boolean padding = block.type() == FlacLayout.PADDING && block.length() > 0;
      if (padding
          && length > 0
          && length <= FlacLayout.LONGEST_BODY
          && Part.padding(block, (int) length).losesNothing(source)) {
        return at;
      }
    }
    return -1;
  }

  /** Writes the blocks, the last one marked, to where the target stands. */
  void write(SourceFile source, FileChannel target) throws IOException {
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      int last = i == parts.size() - 1 ? 0x80 : 0;
      int length = part.length();
      byte[] header = {
        (byte) (last | part.type), (byte) (length >> 16), (byte) (length >> 8), (byte) length
      };
      writeAll(target, ByteBuffer.wrap(header));
      source.copy(part.from, part.from + part.kept, target);
      for (int left = part.padding; left > 0; left -= ZEROS) {
        writeAll(target, ByteBuffer.allocate(Math.min(left, ZEROS)));
      }
      writeAll(target, ByteBuffer.wrap(part.fresh));
    }
  }

  private static void writeAll(FileChannel target, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }
}
