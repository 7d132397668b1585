package org.tonearm.tag.xiph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tonearm.api.tag.TagField;

/**
 * An entry that carries a field, with its place told by its neighbours, so that the place is found
 * again after other entries came or went.
 *
 * <p>The entries that carry no field split the comment into gaps, which the carriers fill. The
 * place of a carrier is the number of its gap, a mark of the entry in front of that gap, and, where
 * carriers of both fields share the gap in an unusual order, how many of the other field it stands
 * across from: for a genre, the moods before it; for a mood, the genres after it. In the usual
 * order (genres first) both are 0, so that a change of one field leaves the other field's record as
 * it was.
 *
 * @param entry the entry
 * @param gap number of entries without a field before it
 * @param mark the first 8 bytes of the SHA-256 of the last of those entries, 0 if there is none
 * @param crossed entries of the other field in this gap on the unusual side
 */
record FieldCarrier(CommentEntry entry, int gap, long mark, int crossed) {
  private static final byte FORM = 1;
  private static final int HEAD = 4 + 8 + 4 + 4;

  /** Every carrier of a field, in order. */
  static List<FieldCarrier> find(List<CommentEntry> entries, TagField field) {
    List<FieldCarrier> found = new ArrayList<>();
    int gap = 0;
    CommentEntry before = null;
    for (int i = 0; i < entries.size(); i++) {
      CommentEntry entry = entries.get(i);
      if (entry.isOther()) {
        gap++;
        before = entry;
      } else if (entry.carries(field)) {
        found.add(new FieldCarrier(entry, gap, mark(before), crossed(entries, i, field)));
      }
    }
    return found;
  }

  private static int crossed(List<CommentEntry> entries, int at, TagField field) {
    int step = field == TagField.GENRE ? -1 : 1;
    int count = 0;
    for (int i = at + step; i >= 0 && i < entries.size() && !entries.get(i).isOther(); i += step) {
      if (!entries.get(i).carries(field)) {
        count++;
      }
    }
    return count;
  }

  /** A mark by which an entry is known again. */
  static long mark(CommentEntry entry) {
    return entry == null ? 0 : ByteBuffer.wrap(Sha256.start().digest(entry.raw())).getLong();
  }

  /** The carriers as bytes; none for none. */
  static byte[] serialise(List<FieldCarrier> carriers) {
    if (carriers.isEmpty()) {
      return new byte[0];
    }
    int size = 1;
    for (FieldCarrier carrier : carriers) {
      size += HEAD + carrier.entry.raw().length;
    }
    ByteBuffer out = ByteBuffer.allocate(size).put(FORM);
    for (FieldCarrier carrier : carriers) {
      out.putInt(carrier.gap).putLong(carrier.mark).putInt(carrier.crossed);
      out.putInt(carrier.entry.raw().length).put(carrier.entry.raw());
    }
    return out.array();
  }

  /** Reads what {@link #serialise} wrote. */
  static List<FieldCarrier> deserialise(byte[] raw, TagField field) throws StructureException {
    if (raw.length == 0) {
      return List.of();
    }
    ByteBuffer in = ByteBuffer.wrap(raw);
    boolean sound = in.get() == FORM;
    List<FieldCarrier> carriers = new ArrayList<>();
    while (sound && in.hasRemaining()) {
      sound = in.remaining() >= HEAD;
      if (sound) {
        int gap = in.getInt();
        long mark = in.getLong();
        int crossed = in.getInt();
        int length = in.getInt();
        sound = gap >= 0 && crossed >= 0 && length >= 0 && length <= in.remaining();
        if (sound) {
          byte[] bytes = Arrays.copyOfRange(raw, in.position(), in.position() + length);
          in.position(in.position() + length);
          CommentEntry entry = new CommentEntry(bytes);
          sound = entry.carries(field);
          carriers.add(new FieldCarrier(entry, gap, mark, crossed));
        }
      }
    }
    if (!sound) {
      throw StructureException.unsupported(
          "the record of the earlier " + field.word() + " was not made from a Vorbis comment.");
    }
    return carriers;
  }
}
