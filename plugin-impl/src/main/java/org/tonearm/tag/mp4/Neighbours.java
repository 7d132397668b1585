package org.tonearm.tag.mp4;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tonearm.api.tag.TagField;

/**
 * The items that carry no field, since edits leave those alone, by name; they part the runs of
 * those that carry one.
 *
 * @param carried what each item carries
 * @param names of each item as a neighbour; the edge's for one that carries a field
 */
record Neighbours(List<Optional<TagField>> carried, List<Neighbour> names) {

  /**
   * Those in a list of items.
   *
   * @param known items of other fields count as carrying none
   */
  static Neighbours of(List<RawBox> items, Set<TagField> known, FieldItems fieldItems) {
    Map<String, Integer> seen = new HashMap<>();
    List<Optional<TagField>> carried = new ArrayList<>();
    List<Neighbour> names = new ArrayList<>();
    for (RawBox item : items) {
      Optional<TagField> field = fieldItems.fieldOf(item).filter(known::contains);
      carried.add(field);
      if (field.isPresent()) {
        names.add(Neighbour.EDGE);
      } else {
        String key = ItemKey.of(item);
        names.add(new Neighbour(key, seen.merge(key, 1, Integer::sum)));
      }
    }
    return new Neighbours(carried, names);
  }

  /** Where the run around an index begins. */
  int start(int at) {
    int start = at;
    while (start > 0 && carried.get(start - 1).isPresent()) {
      start--;
    }
    return start;
  }

  /** The place of the run that begins at an index. */
  Place place(int start) {
    int end = start;
    while (end < names.size() && names.get(end).isEdge()) {
      end++;
    }
    return new Place(
        start == 0 ? Neighbour.EDGE : names.get(start - 1),
        end == names.size() ? Neighbour.EDGE : names.get(end));
  }

  /** Where the run at a place begins; empty if both of its neighbours are gone. */
  OptionalInt start(Place place) {
    if (place.before().isEdge()) {
      return OptionalInt.of(0);
    }
    int before = names.indexOf(place.before());
    if (before >= 0) {
      return OptionalInt.of(before + 1);
    }
    int behind = place.behind().isEdge() ? names.size() : names.indexOf(place.behind());
    return behind < 0 ? OptionalInt.empty() : OptionalInt.of(start(behind));
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

  /** A run between two neighbours. */
  record Place(Neighbour before, Neighbour behind) {
    void write(DataOutputStream out) throws IOException {
      before.write(out);
      behind.write(out);
    }

    static Place read(DataInputStream in) throws IOException {
      return new Place(Neighbour.read(in), Neighbour.read(in));
    }
  }
}
