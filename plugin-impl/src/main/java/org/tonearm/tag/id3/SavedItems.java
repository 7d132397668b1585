package org.tonearm.tag.id3;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.TagField;
import org.tonearm.tag.place.RunPlace;

/**
 * All items that carry one field, with their places: what {@link
 * org.tonearm.api.tag.FieldState#raw()} holds. A place is told by the item before it that carries
 * none of Tonearm's fields, and by the order among those that follow it.
 *
 * @param frames ID3v2 frames in file order
 * @param infos IGNR items of a WAV file's LIST/INFO chunks, in file order
 */
record SavedItems(List<Frame> frames, List<Info> infos) {
  static final SavedItems NONE = new SavedItems(List.of(), List.of());

  /** Knew genre and mood alone: moods before a genre were counted, and nothing else. */
  private static final int LAYOUT_OF_TWO = 1;

  private static final int LAYOUT = 2;
  private static final int SAME = -1;

  SavedItems {
    frames = List.copyOf(frames);
    infos = List.copyOf(infos);
  }

  /**
   * A saved frame.
   *
   * @param version of its tag
   * @param anchor of the last frame before that carries no field, see {@link Anchors}
   * @param place among the fields' frames that follow the anchor
   * @param bytes as {@link Id3Frame#bytes()}
   * @param stored as {@link Id3Frame#stored()}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Frame(Id3Version version, byte[] anchor, RunPlace place, byte[] bytes, byte[] stored) {}

  /**
   * A saved IGNR item.
   *
   * @param list which of the file's LIST/INFO chunks, from 0
   * @param anchor of the last item before that is no IGNR, see {@link Anchors}
   * @param bytes header, text and pad byte
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Info(int list, byte[] anchor, byte[] bytes) {}

  boolean isEmpty() {
    return frames.isEmpty() && infos.isEmpty();
  }

  /** The bytes of a {@link org.tonearm.api.tag.FieldState}; none if no item carries the field. */
  byte[] encode() {
    if (isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeInt(frames.size());
      for (Frame frame : frames) {
        out.writeByte(frame.version().minor());
        out.write(frame.anchor());
        frame.place().write(out);
        write(out, frame.bytes());
        if (frame.stored() == frame.bytes()) {
          out.writeInt(SAME);
        } else {
          write(out, frame.stored());
        }
      }
      out.writeInt(infos.size());
      for (Info info : infos) {
        out.writeInt(info.list());
        out.write(info.anchor());
        write(out, info.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws StructureException if the bytes are not such
   */
  static SavedItems decode(byte[] raw) throws StructureException {
    if (raw.length == 0) {
      return NONE;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(raw))) {
      int layout = in.readByte();
      if (layout != LAYOUT && layout != LAYOUT_OF_TWO) {
        throw damaged();
      }
      List<Frame> frames = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        Id3Version version = Id3Version.of(in.readByte());
        byte[] anchor = exactly(in, Sha256.LENGTH);
        RunPlace place = layout == LAYOUT ? RunPlace.read(in) : afterMoods(in.readInt());
        byte[] bytes = exactly(in, in.readInt());
        int storedLength = in.readInt();
        byte[] stored = storedLength == SAME ? bytes : exactly(in, storedLength);
        if (bytes.length < version.headerLength()
            || stored.length < bytes.length
            || Id3Parser.frameId(bytes, 0, version) == null) {
          throw damaged();
        }
        frames.add(new Frame(version, anchor, place, bytes, stored));
      }
      List<Info> infos = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        int list = in.readInt();
        byte[] anchor = exactly(in, Sha256.LENGTH);
        byte[] bytes = exactly(in, in.readInt());
        if (list < 0 || bytes.length < ChunkLayout.CHUNK_HEADER) {
          throw damaged();
        }
        infos.add(new Info(list, anchor, bytes));
      }
      return new SavedItems(frames, infos);
    } catch (IOException e) {
      throw damaged();
    }
  }

  /** True if both hold the same items in the same order, wherever they stand. */
  boolean sameItems(SavedItems that) {
    boolean same = sameContent(that);
    for (int i = 0; same && i < frames.size(); i++) {
      same = Arrays.equals(frames.get(i).stored(), that.frames.get(i).stored());
    }
    return same;
  }

  /** The same, but for unsynchronisation and the pad byte of a last INFO item. */
  boolean sameContent(SavedItems that) {
    boolean same = frames.size() == that.frames.size() && infos.size() == that.infos.size();
    for (int i = 0; same && i < frames.size(); i++) {
      Frame mine = frames.get(i);
      Frame other = that.frames.get(i);
      same = mine.version() == other.version() && Arrays.equals(mine.bytes(), other.bytes());
    }
    for (int i = 0; same && i < infos.size(); i++) {
      same =
          infos.get(i).list() == that.infos.get(i).list()
              && Arrays.equals(
                  InfoList.padded(infos.get(i).bytes()),
                  InfoList.padded(that.infos.get(i).bytes()));
    }
    return same;
  }

  /** True if both hold frames, of tags of different versions. */
  boolean ofOtherVersion(SavedItems that) {
    return !frames.isEmpty()
        && !that.frames.isEmpty()
        && frames.get(0).version() != that.frames.get(0).version();
  }

  private static RunPlace afterMoods(int moods) {
    return moods > 0 ? new RunPlace(Map.of(TagField.MOOD, moods)) : RunPlace.USUAL;
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] exactly(DataInputStream in, int count)
      throws IOException, StructureException {
    if (count < 0 || count > in.available()) {
      throw damaged();
    }
    return in.readNBytes(count);
  }

  private static StructureException damaged() {
    return StructureException.malformed("the saved state of a field can't be read");
  }
}
