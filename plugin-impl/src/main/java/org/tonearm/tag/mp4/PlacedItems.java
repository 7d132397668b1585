package org.tonearm.tag.mp4;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.mp4.Neighbours.Place;
import org.tonearm.tag.place.RunPlace;

/**
 * A field's items, so that they can be put back where they were.
 *
 * <p>The first goes where the field's first item stands now, since an edit leaves its own item
 * there; or else, and for further items, the place is told by neighbours that carry no field, and
 * by the order among those that do.
 *
 * <p>As bytes, big-endian: version 2 (1), count (u16), then for each item 0 if it stands in the run
 * of the one before, or 1 and two neighbours (key as modified UTF-8 with u16 length, occurrence as
 * i32); its {@link RunPlace}; length (i32) and the atom itself. Version 1, which knew genre and
 * mood alone, had no RunPlace, and no neighbours of the first item.
 *
 * @param known the fields that were told apart from other items
 * @param items in file order
 */
record PlacedItems(Set<TagField> known, List<PlacedItem> items) {
  private static final Set<TagField> ALL = Set.of(TagField.values());
  private static final int VERSION_OF_TWO = 1;
  private static final int VERSION = 2;
  private static final int MOST_ITEMS = 1000;

  /** Copies the collections. */
  PlacedItems {
    known = Set.copyOf(known);
    items = List.copyOf(items);
  }

  /** Notes where the carriers of a field stand among all items. */
  static PlacedItems of(List<RawBox> all, TagField field, FieldItems fieldItems)
      throws StructureException {
    Neighbours neighbours = Neighbours.of(all, ALL, fieldItems);
    List<PlacedItem> placed = new ArrayList<>();
    int startBefore = -1;
    for (int i = 0; i < all.size(); i++) {
      if (neighbours.carried().get(i).equals(Optional.of(field))) {
        int start = neighbours.start(i);
        Optional<Place> place =
            start == startBefore ? Optional.empty() : Optional.of(neighbours.place(start));
        RunPlace run = RunPlace.of(neighbours.carried(), i);
        placed.add(new PlacedItem(place, Optional.of(run), all.get(i)));
        startBefore = start;
      }
    }
    if (placed.size() > MOST_ITEMS) {
      throw StructureException.unsupported("more than " + MOST_ITEMS + " items of one field");
    }
    return new PlacedItems(ALL, placed);
  }

  /**
   * Puts the items of a field back.
   *
   * @param into has no item of that field any more; changed in place
   * @param first where the field's first item stood until now, if it had one
   */
  void putBack(List<RawBox> into, OptionalInt first, TagField field, FieldItems fieldItems) {
    int at = first.orElse(into.size());
    int earliest = 0;
    for (PlacedItem item : items) {
      Neighbours neighbours = Neighbours.of(into, known, fieldItems);
      if (earliest > 0 || first.isEmpty()) {
        at = Math.max(earliest, item.index(neighbours, field, at));
      }
      into.add(at, item.item());
      at++;
      earliest = at;
    }
  }

  /** True if both hold the same items in the same order, wherever they stand. */
  boolean sameItems(PlacedItems that) {
    return atoms().equals(that.atoms());
  }

  /** The items alone. */
  List<RawBox> atoms() {
    return items.stream().map(PlacedItem::item).toList();
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeShort(items.size());
      for (PlacedItem item : items) {
        out.writeBoolean(item.place().isPresent());
        if (item.place().isPresent()) {
          item.place().get().write(out);
        }
        item.run().orElseThrow().write(out);
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
   * @param bytes of {@link #toBytes}, now or in an earlier version; none for an absent field
   */
  static PlacedItems fromBytes(byte[] bytes) throws StructureException {
    if (bytes.length == 0) {
      return new PlacedItems(ALL, List.of());
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readUnsignedByte();
      if (version != VERSION && version != VERSION_OF_TWO) {
        throw unreadable();
      }
      int count = in.readUnsignedShort();
      List<PlacedItem> items = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Optional<Place> place = in.readBoolean() ? Optional.of(Place.read(in)) : Optional.empty();
        Optional<RunPlace> run =
            version == VERSION ? Optional.of(RunPlace.read(in)) : place.map(p -> RunPlace.USUAL);
        items.add(new PlacedItem(place, run, readAtom(in)));
      }
      if (in.available() > 0) {
        throw unreadable();
      }
      return new PlacedItems(version == VERSION ? ALL : TagField.heard(), items);
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

  /**
   * An item.
   *
   * @param place empty if it stands in the run of the item before it
   * @param run its place in the run; empty if it stands right behind the item before it
   */
  record PlacedItem(Optional<Place> place, Optional<RunPlace> run, RawBox item) {

    /** Where to put it; {@code next} is right behind the item before. */
    private int index(Neighbours neighbours, TagField field, int next) {
      OptionalInt start =
          place.isPresent()
              ? neighbours.start(place.get())
              : OptionalInt.of(neighbours.start(next));
      return run.isEmpty() || start.isEmpty()
          ? next
          : run.get().index(neighbours.carried(), start.getAsInt(), field);
    }
  }
}
