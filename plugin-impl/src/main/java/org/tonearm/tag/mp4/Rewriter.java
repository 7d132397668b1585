package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes a file with other items. Growth is taken from padding where there is enough; else what
 * lies behind {@code moov} moves, and the chunk tables follow it.
 */
final class Rewriter {
  /** Padding left behind an edit that had to move the audio, header included. */
  private static final int FRESH_PADDING = 2048;

  private final Mp4Source source;
  private final MetadataTree tree;
  private final boolean restoring;
  private final Optional<Mp4Shape> shape;

  /**
   * @param source is used up: its tree and tables are changed
   * @param restoring the edit takes earlier edits back: it adds no padding, and takes away what
   *     they added
   * @param shape the one that the file had before those, if it is to have it again
   */
  Rewriter(Mp4Source source, boolean restoring, Optional<Mp4Shape> shape) {
    this.source = source;
    this.tree = source.tree();
    this.restoring = restoring;
    this.shape = shape.filter(known -> restoring);
  }

  /** Writes all of it. */
  void write(List<RawBox> items, WritableByteChannel target)
      throws IOException, StructureException {
    if (items.equals(tree.items())) {
      FileBytes.copy(source.channel(), 0, source.layout().length(), target);
      return;
    }
    TopAtom moov = source.layout().moovAtom();
    if (source.offsets().anyIn(moov.offset(), moov.end())) {
      throw StructureException.unsupported("audio is said to lie inside 'moov'");
    }
    PaddingMark before = tree.makeItemList();
    tree.setItems(items);
    Optional<ResizedPadding> padding = fit(before);

    FileBytes.copy(source.channel(), 0, moov.offset(), target);
    List<ByteBuffer> bytes = new ArrayList<>();
    tree.moov().appendTo(bytes);
    FileBytes.write(bytes, target);
    long done = moov.end();
    if (padding.isPresent()) {
      padding.get().write(target);
      done = padding.get().atom().end();
    }
    FileBytes.copy(source.channel(), done, source.layout().length() - done, target);
  }

  /** Makes room; returns the padding behind {@code moov} if its size must change. */
  private Optional<ResizedPadding> fit(PaddingMark before) throws IOException, StructureException {
    List<Padding.Slot> slots = Padding.slots(source);
    boolean movable = isLast() || source.hazard().isEmpty();
    Optional<Padding.FileSlot> behind = Padding.behindMoov(source);
    if (shape.isPresent() && reshape(shape.get(), behind, movable)) {
      return behind.map(slot -> new ResizedPadding(slot.atom(), (int) shape.get().behind()));
    }
    if (restoring && movable && takeBackAdded(slots)) {
      moveBehind();
      return Optional.empty();
    }
    long growth = tree.moov().size() - source.layout().moovAtom().size();
    if (growth == 0) {
      return Optional.empty();
    }
    for (Padding.Slot slot : movable ? slots.stream().limit(1).toList() : slots) {
      if (slot.canGive(growth)) {
        return give(slot, growth);
      }
    }
    if (movable) {
      if (growth > 0 && !restoring) {
        addPadding(slots, before);
      }
      moveBehind();
    } else if (growth <= -AtomSpans.HEADER) {
      insertBehindItems(RawBox.build("free", new byte[(int) -growth - AtomSpans.HEADER]));
    } else {
      throw StructureException.unsupported(
          "there is not enough padding, and the audio cannot be moved because of "
              + source.hazard().orElse("its structure"));
    }
    return Optional.empty();
  }

  /** Makes the levels and all padding what they were once, if that can be. */
  private boolean reshape(Mp4Shape wanted, Optional<Padding.FileSlot> behind, boolean movable)
      throws StructureException {
    long room = behind.map(Padding.FileSlot::size).orElse(0L);
    Reshaping reshaping = new Reshaping(tree, wanted);
    if ((room == 0) != (wanted.behind() == 0)
        || wanted.behind() > Integer.MAX_VALUE
        || !reshaping.done()) {
      return false;
    }
    TopAtom moov = source.layout().moovAtom();
    long growth = tree.moov().size() - moov.size() + wanted.behind() - room;
    if (growth != 0 && !movable) {
      reshaping.undo();
      return false;
    }
    source.offsets().shift(moov.end(), growth);
    return true;
  }

  private boolean isLast() {
    return source.layout().moov() == source.layout().atoms().size() - 1;
  }

  /** Takes away marked padding, and levels, once the items are as they were before they came. */
  private boolean takeBackAdded(List<Padding.Slot> slots) {
    for (Padding.Slot slot : slots) {
      Optional<PaddingMark> mark = slot.mark();
      if (mark.isPresent() && slot instanceof Padding.TreeSlot inTree) {
        boolean asBefore =
            mark.get().madeIlst()
                ? tree.items().isEmpty()
                : tree.ilstSize() == mark.get().ilstSize();
        if (asBefore) {
          inTree.remove();
          tree.dropMade(mark.get());
        }
        return asBefore;
      }
    }
    return false;
  }

  private static Optional<ResizedPadding> give(Padding.Slot slot, long bytes) {
    int size = (int) (slot.size() - bytes);
    if (slot instanceof Padding.TreeSlot inTree) {
      inTree.resize(size);
      return Optional.empty();
    }
    return Optional.of(new ResizedPadding(((Padding.FileSlot) slot).atom(), size));
  }

  private void addPadding(List<Padding.Slot> slots, PaddingMark before) {
    if (!slots.isEmpty()
        && slots.get(0) instanceof Padding.TreeSlot inTree
        && inTree.mark().isPresent()) {
      inTree.resize(FRESH_PADDING);
    } else {
      insertBehindItems(before.pad(FRESH_PADDING));
    }
  }

  private void insertBehindItems(RawBox pad) {
    List<Box> siblings = tree.meta().children();
    siblings.add(siblings.indexOf(tree.ilst()) + 1, pad);
  }

  private void moveBehind() throws StructureException {
    TopAtom moov = source.layout().moovAtom();
    source.offsets().shift(moov.end(), tree.moov().size() - moov.size());
  }

  /**
   * The padding behind {@code moov} with its new size.
   *
   * @param atom as it was
   * @param size new, header included
   */
  private record ResizedPadding(TopAtom atom, int size) {
    void write(WritableByteChannel target) throws IOException {
      ByteBuffer header = ByteBuffer.allocate(AtomSpans.HEADER);
      header.putInt(size).put(atom.type().getBytes(StandardCharsets.ISO_8859_1)).flip();
      FileBytes.write(List.of(header), target);
      FileBytes.writeZeros(size - AtomSpans.HEADER, target);
    }
  }
}
