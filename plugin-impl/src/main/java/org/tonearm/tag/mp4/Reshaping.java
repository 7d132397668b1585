package org.tonearm.tag.mp4;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Gives a tree with restored items the levels and the padding that it once had. Used once. */
final class Reshaping {
  private final MetadataTree tree;
  private final Mp4Shape shape;
  private final List<List<Box>> before = new ArrayList<>();

  /**
   * @param tree with all levels there, the items restored
   * @param shape the one wanted
   */
  Reshaping(MetadataTree tree, Mp4Shape shape) {
    this.tree = tree;
    this.shape = shape;
  }

  /** Does it, or returns false and leaves the tree as it was, where the shape does not fit. */
  boolean done() {
    levels().forEach(level -> before.add(List.copyOf(level.children())));
    boolean done = dropLevels() && pad();
    if (!done) {
      undo();
    }
    return done;
  }

  /** Makes the tree what it was. */
  void undo() {
    Iterator<List<Box>> old = before.iterator();
    for (ContainerBox level : levels()) {
      level.children().clear();
      level.children().addAll(old.next());
    }
  }

  private List<ContainerBox> levels() {
    return List.of(tree.moov(), tree.udta(), tree.meta());
  }

  /** Takes away all usable padding, and the levels that were not there. */
  private boolean dropLevels() {
    for (ContainerBox level : levels()) {
      level.children().removeIf(child -> child instanceof RawBox raw && Padding.usable(raw));
    }
    boolean emptied = true;
    if (!shape.ilst()) {
      emptied = tree.ilst().children().isEmpty();
      tree.meta().children().remove(tree.ilst());
    }
    if (shape.children().get(2) == Mp4Shape.MISSING) {
      emptied &= tree.meta().children().equals(List.of(MetadataTree.HANDLER));
      tree.udta().children().remove(tree.meta());
    }
    if (shape.children().get(1) == Mp4Shape.MISSING) {
      emptied &= tree.udta().children().isEmpty();
      tree.moov().children().remove(tree.udta());
    }
    return emptied;
  }

  private boolean pad() {
    List<ContainerBox> levels = levels();
    for (Mp4Shape.Pad pad : shape.pads()) {
      List<Box> children = levels.get(pad.level()).children();
      if (shape.children().get(pad.level()) == Mp4Shape.MISSING || pad.index() > children.size()) {
        return false;
      }
      children.add(pad.index(), pad.build());
    }
    for (int i = 0; i < levels.size(); i++) {
      int wanted = shape.children().get(i);
      if (wanted != Mp4Shape.MISSING && levels.get(i).children().size() != wanted) {
        return false;
      }
    }
    return true;
  }
}
