package org.tonearm.tag.xiph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.place.RunPlace;

/**
 * A field's carriers as bytes: what {@link org.tonearm.api.tag.FieldState#raw()} holds.
 *
 * <p>Form 2, big-endian: the form (1), then for each carrier its gap (i32), mark (i64), {@link
 * RunPlace}, length (i32) and raw entry. Form 1, of versions that knew genre and mood alone, has in
 * place of the RunPlace a count (i32) of the other field's carriers that it stands across from; all
 * other entries, comments too, were no fields and parted the gaps.
 *
 * @param carriers in order
 * @param known the fields that were told apart from other entries
 */
record SavedCarriers(List<FieldCarrier> carriers, Set<TagField> known) {
  private static final int FORM_OF_TWO = 1;
  private static final int FORM = 2;

  SavedCarriers {
    carriers = List.copyOf(carriers);
    known = Set.copyOf(known);
  }

  /** The carriers as bytes; none for none. */
  static byte[] write(List<FieldCarrier> carriers) {
    if (carriers.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      for (FieldCarrier carrier : carriers) {
        out.writeInt(carrier.gap());
        out.writeLong(carrier.mark());
        carrier.place().write(out);
        out.writeInt(carrier.entry().raw().length);
        out.write(carrier.entry().raw());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #write} wrote, now or in an earlier version. */
  static SavedCarriers read(byte[] raw, TagField field) throws StructureException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(raw))) {
      int form = raw.length == 0 ? FORM : in.readByte();
      if (form != FORM && form != FORM_OF_TWO) {
        throw unreadable(field);
      }
      List<FieldCarrier> carriers = new ArrayList<>();
      while (in.available() > 0) {
        int gap = in.readInt();
        long mark = in.readLong();
        RunPlace place = form == FORM ? RunPlace.read(in) : acrossFrom(in.readInt(), field);
        int length = in.readInt();
        if (gap < 0 || length < 0 || length > in.available()) {
          throw unreadable(field);
        }
        CommentEntry entry = new CommentEntry(in.readNBytes(length));
        if (!CommentFields.mayCarry(entry, field)) {
          throw unreadable(field);
        }
        carriers.add(new FieldCarrier(entry, gap, mark, place));
      }
      if (raw.length > 0 && carriers.isEmpty()) {
        throw unreadable(field);
      }
      return new SavedCarriers(
          carriers, form == FORM ? EnumSet.allOf(TagField.class) : TagField.heard());
    } catch (IOException e) {
      throw unreadable(field);
    }
  }

  /** The entries alone, in order. */
  List<CommentEntry> entries() {
    return carriers.stream().map(FieldCarrier::entry).toList();
  }

  private static RunPlace acrossFrom(int count, TagField field) throws IOException {
    if (count < 0 || field.isFreeText()) {
      throw new IOException("a count of " + count);
    }
    TagField other = field == TagField.GENRE ? TagField.MOOD : TagField.GENRE;
    return count == 0 ? RunPlace.USUAL : new RunPlace(Map.of(other, count));
  }

  private static StructureException unreadable(TagField field) {
    return StructureException.unsupported(
        "the record of the earlier " + field.word() + " was not made from a Vorbis comment.");
  }
}
