package org.tonearm.tag.mp4;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.TagField;

/**
 * A field's items, so that they can be put back where they were.
 *
 * <p>The first needs no place: an edit leaves its own item there, and an undo finds it. Further
 * items, rare as they are, name their neighbours if those are not the same as the item's before.
 * Neighbours are items that carry no field, since edits leave those alone; so an edit of one field
 * does not change what is noted of another, nor does a program that sorts the items.
 *
 * <p>As bytes, big-endian: version (1), count (u16), then for each item 0, or 1 and two neighbours
 * (key as modified UTF-8 with u16 length, occurrence as i32); length (i32) and the atom itself.
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
    int gapBefore = -1;
    for (int i = 0; i < all.size(); i++) {
      if (!neighbours.get(i).isEdge()) {
        gap = i + 1;
      } else if (fieldItems.fieldOf(all.get(i)).equals(Optional.of(field))) {
        boolean apart = gapBefore >= 0 && gap != gapBefore;
        placed.add(
            new PlacedItem(
                apart ? Optional.of(Place.of(neighbours, gap)) : Optional.empty(), all.get(i)));
        gapBefore = gap;
      }
    }
    if (placed.size() > MOST_ITEMS) {
      throw StructureException.unsupported("more than " + MOST_ITEMS + " items of one field");
    }
    return new PlacedItems(placed);
  }

  /**
   * Puts the items of a field back.
   *
   * @param into has no item of that field any more; changed in place
   * @param first where the field's first item stood until now; the end of the list if it had none
   */
  void putBack(List<RawBox> into, int first, TagField field, FieldItems fieldItems) {
    int at = first;
    for (PlacedItem item : items) {
      if (item.place().isPresent()) {
        at = item.place().get().index(neighbours(into, fieldItems), field).orElse(at);
      }
      into.add(at, item.item());
      at++;
    }
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeShort(items.size());
      for (PlacedItem item : items) {
        out.writeBoolean(item.place().isPresent());
        if (item.place().isPresent()) {
          item.place().get().before().write(out);
          item.place().get().behind().write(out);
        }
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
        Optional<Place> place =
            in.readBoolean()
                ? Optional.of(new Place(Neighbour.read(in), Neighbour.read(in)))
                : Optional.empty();
        items.add(new PlacedItem(place, readAtom(in)));
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

  /** A gap between two neighbours. */
  record Place(Neighbour before, Neighbour behind) {

    static Place of(List<Neighbour> neighbours, int gap) {
      int end = gapEnd(neighbours, gap);
      return new Place(
          gap == 0 ? Neighbour.EDGE : neighbours.get(gap - 1),
          end == neighbours.size() ? Neighbour.EDGE : neighbours.get(end));
    }

    /**
     * Where to insert: the genre at the gap's start, the mood at its end, as most files have it.
     */
    private Optional<Integer> index(List<Neighbour> neighbours, TagField field) {
      int start = before.isEdge() ? 0 : neighbours.indexOf(before) + 1;
      if (start > 0 || before.isEdge()) {
        return Optional.of(field == TagField.GENRE ? start : gapEnd(neighbours, start));
      }
      int end = behind.isEdge() ? neighbours.size() : neighbours.indexOf(behind);
      return end < 0 ? Optional.empty() : Optional.of(end);
    }
  }

  /**
   * An item.
   *
   * @param place empty if it stands where the item before it does
   */
  record PlacedItem(Optional<Place> place, RawBox item) {}
}
