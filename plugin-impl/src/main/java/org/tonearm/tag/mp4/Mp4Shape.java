package org.tonearm.tag.mp4;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagLayout;

/**
 * Where in a file usable padding stands, and which levels of {@code moov/udta/meta/ilst} there are.
 * As bytes: the form (1), then big-endian the number of children of {@code moov}, {@code udta} and
 * {@code meta} (i32 each; -1 if the level is missing), whether there is an {@code ilst} (1), the
 * size of the padding behind {@code moov} (i64, 0 for none), then each {@link Pad}.
 *
 * @param children how many atoms the levels hold
 * @param ilst whether there is one
 * @param behind bytes of the padding behind {@code moov}, header included; 0 for none
 * @param pads in {@code moov}, by level and index
 */
record Mp4Shape(List<Integer> children, boolean ilst, long behind, List<Pad> pads) {
  private static final int FORM = 1;

  /** A level that is not there, in the list of children. */
  static final int MISSING = -1;

  /** Beyond this many bytes nothing is noted: the journal is no place for them. */
  private static final int LONGEST = 1 << 14;

  /** Copies the lists. */
  Mp4Shape {
    children = List.copyOf(children);
    pads = List.copyOf(pads);
  }

  /**
   * An atom of padding.
   *
   * @param level 0 in {@code moov}, 1 in {@code udta}, 2 in {@code meta}
   * @param index among its siblings
   * @param skip whether it is called so, else {@code free}
   * @param size in bytes, header included
   * @param mark the note in it
   */
  record Pad(int level, int index, boolean skip, int size, Optional<PaddingMark> mark) {
    RawBox build() {
      return mark.map(note -> note.pad(size))
          .orElseGet(() -> RawBox.build(skip ? "skip" : "free", new byte[size - AtomSpans.HEADER]));
    }

    private boolean isSound() {
      int least = AtomSpans.HEADER + (mark.isPresent() ? PaddingMark.LENGTH : 0);
      return level <= 2 && index >= 0 && size >= least && size <= Mp4Source.LARGEST_MOOV;
    }
  }

  /** That of a file. */
  static Mp4Shape of(Mp4Source source) throws IOException, StructureException {
    MetadataTree tree = source.tree();
    List<Integer> children = new ArrayList<>();
    List<Pad> pads = new ArrayList<>();
    for (ContainerBox level : new ContainerBox[] {tree.moov(), tree.udta(), tree.meta()}) {
      int number = children.size();
      children.add(level == null ? MISSING : level.children().size());
      for (Padding.TreeSlot slot : level == null ? List.<Padding.TreeSlot>of() : pads(level)) {
        RawBox pad = slot.pad();
        boolean skip = pad.type().equals("skip");
        pads.add(new Pad(number, slot.index(), skip, (int) pad.size(), slot.mark()));
      }
    }
    long behind = Padding.behindMoov(source).map(Padding.FileSlot::size).orElse(0L);
    return new Mp4Shape(children, tree.ilst() != null, behind, pads);
  }

  private static List<Padding.TreeSlot> pads(ContainerBox level) {
    return Padding.inside(level).stream().map(Padding.TreeSlot.class::cast).toList();
  }

  TagLayout write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      for (int count : children) {
        out.writeInt(count);
      }
      out.writeBoolean(ilst);
      out.writeLong(behind);
      for (Pad pad : pads) {
        out.writeByte(pad.level);
        out.writeInt(pad.index);
        out.writeBoolean(pad.skip);
        out.writeInt(pad.size);
        out.writeBoolean(pad.mark.isPresent());
        if (pad.mark.isPresent()) {
          out.write(pad.mark.get().note());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.size() > LONGEST ? TagLayout.UNKNOWN : new TagLayout(bytes.toByteArray());
  }

  /** Empty if it is unknown, or not of this codec. */
  static Optional<Mp4Shape> read(TagLayout layout) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(layout.bytes()))) {
      if (!layout.known() || in.readByte() != FORM) {
        return Optional.empty();
      }
      List<Integer> children = List.of(in.readInt(), in.readInt(), in.readInt());
      boolean ilst = in.readBoolean();
      long behind = in.readLong();
      List<Pad> pads = new ArrayList<>();
      while (in.available() > 0) {
        pads.add(
            new Pad(in.readUnsignedByte(), in.readInt(), in.readBoolean(), in.readInt(), mark(in)));
      }
      boolean sound =
          (behind == 0 || behind >= AtomSpans.HEADER) && pads.stream().allMatch(Pad::isSound);
      return sound ? Optional.of(new Mp4Shape(children, ilst, behind, pads)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<PaddingMark> mark(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? PaddingMark.of(RawBox.build("free", in.readNBytes(PaddingMark.LENGTH)))
        : Optional.empty();
  }
}
