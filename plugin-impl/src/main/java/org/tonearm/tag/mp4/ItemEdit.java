package org.tonearm.tag.mp4;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.place.RunPlace;

/** Applies an edit to the list of items. */
final class ItemEdit {
  private final TagEdit edit;
  private final FieldItems fieldItems;

  ItemEdit(TagEdit edit, FieldItems fieldItems) {
    this.edit = edit;
    this.fieldItems = fieldItems;
  }

  /** True if the edit only takes earlier ones back. */
  boolean restoring() {
    return edit.changes().values().stream().allMatch(TagEdit.Restore.class::isInstance);
  }

  /** True if the edit makes a genre among items that have none. */
  boolean makesGenre(List<RawBox> items) {
    return edit.changes().get(TagField.GENRE) instanceof TagEdit.SetValues
        && carriers(items, TagField.GENRE).isEmpty();
  }

  /** The items after the edit. */
  List<RawBox> apply(List<RawBox> items) throws StructureException {
    List<RawBox> result = new ArrayList<>(items);
    for (Map.Entry<TagField, TagEdit.Change> change : new TreeMap<>(edit.changes()).entrySet()) {
      if (change.getValue() instanceof TagEdit.SetValues set) {
        set(result, change.getKey(), set.values());
      } else if (change.getValue() instanceof TagEdit.Restore restore) {
        restore(result, change.getKey(), PlacedItems.fromBytes(restore.state().raw()));
      }
    }
    return result;
  }

  private void restore(List<RawBox> items, TagField field, PlacedItems saved) {
    saved.putBack(items, takeOut(items, field), field, fieldItems);
  }

  /** One item in the place of the field's first; behind all others if there is none. */
  private void set(List<RawBox> items, TagField field, List<String> values) {
    RawBox made = fieldItems.build(field, values, carriers(items, field));
    OptionalInt found = takeOut(items, field);
    items.add(found.isPresent() ? found.getAsInt() : fresh(items, field), made);
  }

  private int fresh(List<RawBox> items, TagField field) {
    return RunPlace.fresh(items.stream().map(fieldItems::fieldOf).toList(), items.size(), field);
  }

  /** Removes a field's items; returns where the first stood, if there was one. */
  private OptionalInt takeOut(List<RawBox> items, TagField field) {
    List<RawBox> present = carriers(items, field);
    OptionalInt at =
        present.isEmpty() ? OptionalInt.empty() : OptionalInt.of(items.indexOf(present.get(0)));
    items.removeAll(present);
    return at;
  }

  private List<RawBox> carriers(List<RawBox> items, TagField field) {
    return items.stream().filter(i -> fieldItems.fieldOf(i).equals(Optional.of(field))).toList();
  }
}
