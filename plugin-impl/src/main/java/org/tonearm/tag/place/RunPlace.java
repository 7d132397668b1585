package org.tonearm.tag.place;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tonearm.api.tag.TagField;

/**
 * Where an item that carries a field stands in a run of such items, told by how far it stands from
 * the usual order, which is that of {@link TagField}. In the usual order nothing is noted, so that
 * most edits of one field leave what is noted of the others as it was.
 *
 * @param across for each other field the items of it in the run that it stands across from: for a
 *     later field those before it, for an earlier one those after it; fields with none left out
 */
public record RunPlace(Map<TagField, Integer> across) {
  /** The place of an item that stands in the usual order. */
  public static final RunPlace USUAL = new RunPlace(Map.of());

  /** Copies the map. */
  public RunPlace {
    across = Map.copyOf(across);
  }

  /**
   * The place of an item.
   *
   * @param carried what each item of the tag carries, if anything
   * @param at the item's index
   */
  public static RunPlace of(List<Optional<TagField>> carried, int at) {
    TagField own = carried.get(at).orElseThrow();
    Map<TagField, Integer> across = new EnumMap<>(TagField.class);
    for (int step : new int[] {-1, 1}) {
      for (int i = at + step;
          i >= 0 && i < carried.size() && carried.get(i).isPresent();
          i += step) {
        TagField other = carried.get(i).get();
        if (step * other.compareTo(own) < 0) {
          across.merge(other, 1, Integer::sum);
        }
      }
    }
    return new RunPlace(across);
  }

  /**
   * Where to put the item back: behind all of its own field in the run, and as early as its place
   * allows.
   *
   * @param carried what each item carries today
   * @param from index at which the run begins
   * @param field that the item carries
   */
  public int index(List<Optional<TagField>> carried, int from, TagField field) {
    Map<TagField, Integer> ahead = ahead(carried, from, field);
    int at = from;
    while (ahead.values().stream().anyMatch(count -> count > 0)) {
      ahead.merge(carried.get(at).orElseThrow(), -1, Integer::sum);
      at++;
    }
    return at;
  }

  /** Where to put a new item into the run around an index, so that it stands in the usual order. */
  public static int fresh(List<Optional<TagField>> carried, int near, TagField field) {
    int from = near;
    while (from > 0 && carried.get(from - 1).isPresent()) {
      from--;
    }
    return USUAL.index(carried, from, field);
  }

  /** How many items of each field are to stand before this one. */
  private Map<TagField, Integer> ahead(List<Optional<TagField>> carried, int from, TagField field) {
    Map<TagField, Integer> present = new EnumMap<>(TagField.class);
    for (int i = from; i < carried.size() && carried.get(i).isPresent(); i++) {
      present.merge(carried.get(i).get(), 1, Integer::sum);
    }
    Map<TagField, Integer> ahead = new EnumMap<>(TagField.class);
    present.forEach(
        (other, count) -> {
          int crossed = across.getOrDefault(other, 0);
          ahead.put(other, other.compareTo(field) > 0 ? Math.min(crossed, count) : count - crossed);
        });
    return ahead;
  }

  /** Writes it; one byte if it is the usual place. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(across.size());
    for (Map.Entry<TagField, Integer> entry : new TreeMap<>(across).entrySet()) {
      out.writeUTF(entry.getKey().name());
      out.writeInt(entry.getValue());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the bytes are not such
   */
  public static RunPlace read(DataInput in) throws IOException {
    Map<TagField, Integer> across = new EnumMap<>(TagField.class);
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      try {
        TagField other = TagField.valueOf(in.readUTF());
        int count = in.readInt();
        if (count < 1) {
          throw new IOException("a count of " + count);
        }
        across.put(other, count);
      } catch (IllegalArgumentException e) {
        throw new IOException(e);
      }
    }
    return new RunPlace(across);
  }
}
