package org.tonearm.tag.mp4;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.TagField;

/**
 * Items of a field with the neighbours they had, so that they can be put back where they were.
 *
 * <p>Neighbours are items that carry no field, since edits leave those alone. Between two of them
 * may stand several carriers; an item's rank counts those before it.
 *
 * <p>As bytes, big-endian: version (1), count (u16), then for each item two neighbours (key as
 * modified UTF-8 with u16 length, occurrence as i32), rank (i32), length (i32) and the atom itself.
 *
 * @param items in file order
 */
record PlacedItems(List<PlacedItem> items) {
  private static final int VERSION = 1;
  private static final int MOST_ITEMS = 1000;

  /** Copies the list. */
  PlacedItems {
    items = List.copyOf(items);
  }

  /** Notes where the carriers of a field stand among all items. */
  static PlacedItems of(List<RawBox> all, TagField field, FieldItems fieldItems)
      throws StructureException {
    List<Neighbour> neighbours = neighbours(all, fieldItems);
    List<PlacedItem> placed = new ArrayList<>();
    int gap = 0;
    for (int i = 0; i < all.size(); i++) {
      if (!neighbours.get(i).isEdge()) {
        gap = i + 1;
      } else if (fieldItems.fieldOf(all.get(i)).equals(Optional.of(field))) {
        Neighbour before = gap == 0 ? Neighbour.EDGE : neighbours.get(gap - 1);
        int end = gapEnd(neighbours, i);
        Neighbour behind = end == all.size() ? Neighbour.EDGE : neighbours.get(end);
        placed.add(new PlacedItem(before, behind, i - gap, all.get(i)));
      }
    }
    if (placed.size() > MOST_ITEMS) {
      throw StructureException.unsupported("more than " + MOST_ITEMS + " items of one field");
    }
    return new PlacedItems(placed);
  }

  /**
   * Puts items back: at their rank behind the neighbour that stood before them, else before the one
   * that stood behind, else at the end.
   *
   * @param into changed in place
   */
  static void putBack(List<PlacedItem> placed, List<RawBox> into, FieldItems fieldItems) {
    List<PlacedItem> byRank = new ArrayList<>(placed);
    byRank.sort(Comparator.comparingInt(PlacedItem::rank));
    for (PlacedItem item : byRank) {
      into.add(item.index(neighbours(into, fieldItems)), item.item());
    }
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeShort(items.size());
      for (PlacedItem item : items) {
        item.before().write(out);
        item.behind().write(out);
        out.writeInt(item.rank());
        byte[] atom = item.item().copy();
        out.writeInt(atom.length);
        out.write(atom);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads them back.
   *
   * @param bytes of {@link #toBytes}; none for an absent field
   */
  static PlacedItems fromBytes(byte[] bytes) throws StructureException {
    if (bytes.length == 0) {
      return new PlacedItems(List.of());
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readUnsignedByte() != VERSION) {
        throw unreadable();
      }
      int count = in.readUnsignedShort();
      List<PlacedItem> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Neighbour before = Neighbour.read(in);
        Neighbour behind = Neighbour.read(in);
        items.add(new PlacedItem(before, behind, in.readInt(), readAtom(in)));
      }
      if (in.available() > 0) {
        throw unreadable();
      }
      return new PlacedItems(items);
    } catch (IOException e) {
      throw unreadable();
    }
  }

  private static RawBox readAtom(DataInputStream in) throws IOException, StructureException {
    int length = in.readInt();
    if (length < AtomSpans.HEADER || length > in.available()) {
      throw unreadable();
    }
    ByteBuffer atom = ByteBuffer.wrap(in.readNBytes(length));
    AtomSpans spans = AtomSpans.read(atom, 0, length);
    if (spans.atoms().size() != 1 || spans.atoms().get(0).end() != length) {
      throw unreadable();
    }
    return RawBox.of(atom, spans.atoms().get(0));
  }

  private static StructureException unreadable() {
    return StructureException.malformed("the saved state of a field is not of this codec");
  }

  /** For each item its name as a neighbour; the edge's for carriers, which are none. */
  private static List<Neighbour> neighbours(List<RawBox> items, FieldItems fieldItems) {
    Map<String, Integer> seen = new HashMap<>();
    List<Neighbour> neighbours = new ArrayList<>();
    for (RawBox item : items) {
      if (fieldItems.fieldOf(item).isPresent()) {
        neighbours.add(Neighbour.EDGE);
      } else {
        String key = ItemKey.of(item);
        neighbours.add(new Neighbour(key, seen.merge(key, 1, Integer::sum)));
      }
    }
    return neighbours;
  }

  private static int gapEnd(List<Neighbour> neighbours, int from) {
    int end = from;
    while (end < neighbours.size() && neighbours.get(end).isEdge()) {
      end++;
    }
    return end;
  }

  /**
   * An item that stands beside another.
   *
   * @param key of the item; "" for the edge of the list
   * @param occurrence counted from 1 among items of that key; 0 for the edge
   */
  record Neighbour(String key, int occurrence) {
    static final Neighbour EDGE = new Neighbour("", 0);

    boolean isEdge() {
      return occurrence == 0;
    }

    void write(DataOutputStream out) throws IOException {
      out.writeUTF(key);
      out.writeInt(occurrence);
    }

    static Neighbour read(DataInputStream in) throws IOException {
      return new Neighbour(in.readUTF(), in.readInt());
    }
  }

  /**
   * An item between two neighbours.
   *
   * @param rank how many carriers stood between the first neighbour and the item
   */
  record PlacedItem(Neighbour before, Neighbour behind, int rank, RawBox item) {

    private int index(List<Neighbour> neighbours) {
      int at = neighbours.indexOf(before);
      if (before.isEdge() || at >= 0) {
        int gap = before.isEdge() ? 0 : at + 1;
        return (int) Math.max(gap, Math.min((long) gap + rank, gapEnd(neighbours, gap)));
      }
      at = neighbours.indexOf(behind);
      return behind.isEdge() || at < 0 ? neighbours.size() : at;
    }
  }
}
