package org.tonearm.tag.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagSnapshot;

/** Takes stock of a file: fields, other items, audio. */
final class SnapshotReader {
  private final Mp4Source source;
  private final FieldItems fieldItems;
  private final List<TagSnapshot.RawItem> others = new ArrayList<>();
  private final MessageDigest audio = FileBytes.sha256();

  SnapshotReader(Mp4Source source, FieldItems fieldItems) {
    this.source = source;
    this.fieldItems = fieldItems;
  }

  TagSnapshot read() throws IOException, StructureException {
    for (TopAtom atom : source.layout().atoms()) {
      if (atom.type().equals("mdat")) {
        long length = atom.end() - atom.body();
        FileBytes.digest(source.channel(), atom.body(), length, audio);
      } else if (atom.type().equals("moov")) {
        addMoov();
      } else if (!atom.isPadding()) {
        MessageDigest digest = FileBytes.sha256();
        FileBytes.digest(source.channel(), atom.offset(), atom.size(), digest);
        add(atom.type(), digest, atom.size());
      }
    }
    return new TagSnapshot("MP4", fields(), others, HexFormat.of().formatHex(audio.digest()));
  }

  private Map<TagField, FieldState> fields() throws StructureException {
    Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      PlacedItems carriers = PlacedItems.of(source.tree().items(), field, fieldItems);
      List<RawBox> items = carriers.atoms();
      fields.put(
          field,
          items.isEmpty()
              ? elsewhere(field)
              : new FieldState(fieldItems.values(field, items), carriers.toBytes()));
    }
    return fields;
  }

  /** A genre of QuickTime's own form is none of the items, and is there all the same. */
  private FieldState elsewhere(TagField field) throws StructureException {
    return field == TagField.GENRE
        ? new FieldState(UserData.texts(source, FieldItems.GENRE_TEXT), new byte[0])
        : FieldState.ABSENT;
  }

  private void addMoov() throws StructureException {
    List<AtomSpan> tracks =
        new ArrayList<>(AtomSpans.bodyOf(source.moov(), source.moovSpan()).all("trak"));
    for (Box child : source.tree().moov().children()) {
      if (child.type().equals("trak")) {
        AtomSpan trak = tracks.remove(0);
        String hash = source.offsets().digest(trak, source.layout());
        others.add(new TagSnapshot.RawItem("moov/trak", hash, trak.length()));
      } else {
        addBox("moov/", child);
      }
    }
  }

  private void addBox(String path, Box box) {
    if (box instanceof RawBox raw) {
      addRaw(path + raw.type(), raw);
      return;
    }
    ContainerBox container = (ContainerBox) box;
    if (container != source.tree().ilst()) {
      container.children().forEach(child -> addBox(path + container.type() + "/", child));
      return;
    }
    for (RawBox item : source.tree().items()) {
      if (fieldItems.fieldOf(item).isEmpty()) {
        addRaw(ItemKey.of(item), item);
      }
    }
  }

  private void addRaw(String key, RawBox raw) {
    boolean scaffold = raw.equals(MetadataTree.HANDLER);
    if (!scaffold && !Padding.isPadding(raw)) {
      MessageDigest digest = FileBytes.sha256();
      ByteBuffer bytes = raw.bytes().duplicate();
      digest.update(bytes);
      add(key, digest, raw.size());
    }
  }

  private void add(String key, MessageDigest digest, long length) {
    others.add(new TagSnapshot.RawItem(key, HexFormat.of().formatHex(digest.digest()), length));
  }
}
