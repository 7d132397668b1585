package org.tonearm.tag.xiph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.place.RunPlace;

/**
 * An entry that carries a field, with its place told by its neighbours, so that the place is found
 * again after other entries came or went.
 *
 * <p>The entries that carry no field split the comment into gaps, which the carriers fill. The
 * place of a carrier is the number of its gap, a mark of the entry in front of that gap, and its
 * place among the gap's carriers.
 *
 * @param entry the entry
 * @param gap number of entries without a field before it
 * @param mark the first 8 bytes of the SHA-256 of the last of those entries, 0 if there is none
 * @param place among the carriers in the gap
 */
record FieldCarrier(CommentEntry entry, int gap, long mark, RunPlace place) {

  /** Every carrier of a field, in order. */
  static List<FieldCarrier> find(List<CommentEntry> entries, TagField field) {
    List<Optional<TagField>> carried = CommentFields.of(entries).ofEach(entries);
    List<FieldCarrier> found = new ArrayList<>();
    int gap = 0;
    CommentEntry before = null;
    for (int i = 0; i < entries.size(); i++) {
      CommentEntry entry = entries.get(i);
      if (carried.get(i).isEmpty()) {
        gap++;
        before = entry;
      } else if (carried.get(i).get() == field) {
        found.add(new FieldCarrier(entry, gap, mark(before), RunPlace.of(carried, i)));
      }
    }
    return found;
  }

  /** A mark by which an entry is known again. */
  static long mark(CommentEntry entry) {
    return entry == null ? 0 : ByteBuffer.wrap(Sha256.start().digest(entry.raw())).getLong();
  }
}
