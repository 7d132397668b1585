package org.tonearm.tag.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The padding that an edit may take from and give to. Only padding that is all zeros or carries a
 * {@link PaddingMark} is touched, since an undo could not bring back other content. An atom used is
 * never used up: a rest of it stays, to be given back to.
 */
final class Padding {
  private Padding() {}

  /** True for {@code free} and {@code skip}. */
  static boolean isPadding(RawBox box) {
    return box.type().equals("free") || box.type().equals("skip");
  }

  /**
   * All usable padding, in the order of preference: with a mark, behind the items, elsewhere beside
   * the items, then outwards, last the atom behind {@code moov}.
   *
   * <p>The order does not depend on sizes: so an edit and its undo turn to the same atom.
   */
  static List<Slot> slots(Mp4Source source) throws IOException, StructureException {
    MetadataTree tree = source.tree();
    List<Slot> slots = new ArrayList<>();
    if (tree.meta() != null) {
      List<Slot> beside = inside(tree.meta());
      int items = tree.ilst() == null ? -1 : tree.meta().children().indexOf(tree.ilst());
      beside.stream().filter(slot -> slot.mark().isPresent()).forEach(slots::add);
      beside.stream().filter(slot -> ((TreeSlot) slot).index > items).forEach(slots::add);
      slots.addAll(beside);
    }
    if (tree.udta() != null) {
      slots.addAll(inside(tree.udta()));
    }
    slots.addAll(inside(tree.moov()));
    behindMoov(source).ifPresent(slots::add);
    return slots;
  }

  /** The usable padding among the children of one. */
  static List<Slot> inside(ContainerBox parent) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < parent.children().size(); i++) {
      if (parent.children().get(i) instanceof RawBox raw && usable(raw)) {
        slots.add(new TreeSlot(parent, i, raw));
      }
    }
    return slots;
  }

  /** Whether padding may be changed: an undo can bring it back. */
  static boolean usable(RawBox raw) {
    return isPadding(raw)
        && raw.header() == AtomSpans.HEADER
        && (FileBytes.allZero(raw.bytes(), AtomSpans.HEADER) || PaddingMark.of(raw).isPresent());
  }

  /** The usable padding right behind {@code moov}. */
  static Optional<FileSlot> behindMoov(Mp4Source source) throws IOException, StructureException {
    FileLayout layout = source.layout();
    if (layout.moov() + 1 == layout.atoms().size()) {
      return Optional.empty();
    }
    TopAtom atom = layout.atoms().get(layout.moov() + 1);
    boolean usable =
        atom.isPadding()
            && atom.header() == AtomSpans.HEADER
            && atom.size() <= Integer.MAX_VALUE
            && FileBytes.read(source.channel(), atom.offset(), Integer.BYTES).getInt(0) != 0
            && FileBytes.allZero(source.channel(), atom.body(), atom.end() - atom.body())
            && !source.offsets().anyIn(atom.offset(), atom.end());
    return usable ? Optional.of(new FileSlot(atom)) : Optional.empty();
  }

  /** An atom of padding in its place. */
  sealed interface Slot permits TreeSlot, FileSlot {
    /** Bytes, header included. */
    long size();

    /** Bytes below which the atom cannot go. */
    int least();

    /** The note in it. */
    Optional<PaddingMark> mark();

    /** True if it can give that many bytes, or, for a negative number, take them. */
    default boolean canGive(long bytes) {
      return size() - bytes >= least() && size() - bytes <= Integer.MAX_VALUE;
    }
  }

  /** Padding inside {@code moov}. */
  record TreeSlot(ContainerBox parent, int index, RawBox pad) implements Slot {
    @Override
    public long size() {
      return pad.size();
    }

    @Override
    public int least() {
      return AtomSpans.HEADER + (mark().isPresent() ? PaddingMark.LENGTH : 0);
    }

    @Override
    public Optional<PaddingMark> mark() {
      return PaddingMark.of(pad);
    }

    /** Puts an atom of another size in its place. */
    void resize(int size) {
      RawBox other =
          mark()
              .map(mark -> mark.pad(size))
              .orElseGet(() -> RawBox.build(pad.type(), new byte[size - AtomSpans.HEADER]));
      parent.children().set(index, other);
    }

    /** Takes it away. */
    void remove() {
      parent.children().remove(index);
    }
  }

  /** Padding behind {@code moov}. */
  record FileSlot(TopAtom atom) implements Slot {
    @Override
    public long size() {
      return atom.size();
    }

    @Override
    public int least() {
      return AtomSpans.HEADER;
    }

    @Override
    public Optional<PaddingMark> mark() {
      return Optional.empty();
    }
  }
}
