package org.tonearm.tag.id3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** Collects what a file carries into a {@link TagSnapshot}. Not thread-safe. */
final class SnapshotBuilder {
  private final SourceFile source;
  private final TagProfile profile;
  private final List<TagSnapshot.RawItem> others = new ArrayList<>();
  private final Map<TagField, FieldState> fields = new EnumMap<>(TagField.class);
  private final MessageDigest audio = Sha256.digest();

  SnapshotBuilder(SourceFile source, TagProfile profile) {
    this.source = source;
    this.profile = profile;
    for (TagField field : TagField.values()) {
      fields.put(field, FieldState.ABSENT);
    }
  }

  /** Adds a tag's fields and other frames, and what its header says beside the usual. */
  void tag(Id3Tag tag) throws StructureException {
    FieldFrames finder = new FieldFrames(profile);
    TagEditor editor = new TagEditor(profile);
    for (TagField field : TagField.values()) {
      List<SavedItems.Frame> frames = editor.save(tag, field);
      if (!frames.isEmpty()) {
        SavedItems saved = new SavedItems(frames, List.of());
        fields.put(field, new FieldState(finder.values(tag, field), saved.encode()));
      }
    }
    headerFacts(tag).ifPresent(facts -> item("ID3v2:header", facts));
    boolean unsynchronised = (tag.flags() & Id3Tag.FLAG_UNSYNCHRONISED) != 0;
    for (Id3Frame frame : tag.frames()) {
      if (finder.fieldOf(frame, tag).isEmpty()) {
        item(FrameKey.of(frame, unsynchronised), frame.bytes());
      }
    }
  }

  /** What a tag of another kind says where there is no ID3v2 tag: nothing carries it here. */
  void older(OlderTag older) {
    for (TagField field : TagField.values()) {
      if (field(field).absent()) {
        fields.put(field, new FieldState(older.values(field, profile), new byte[0]));
      }
    }
  }

  /** States a field. */
  void field(TagField field, FieldState state) {
    fields.put(field, state);
  }

  /** A field as stated so far. */
  FieldState field(TagField field) {
    return fields.get(field);
  }

  /** Adds an item held in memory. */
  void item(String key, byte[] bytes) {
    others.add(rawItem(key, bytes));
  }

  /** An item held in memory. */
  static TagSnapshot.RawItem rawItem(String key, byte[] bytes) {
    return new TagSnapshot.RawItem(key, Sha256.hex(Sha256.of(bytes)), bytes.length);
  }

  /** Adds an item that lies in the file. */
  void item(String key, long from, long to) throws IOException {
    others.add(rawItem(source, key, from, to));
  }

  /** An item that lies in a file. */
  static TagSnapshot.RawItem rawItem(SourceFile source, String key, long from, long to)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    source.digest(digest, from, to);
    return new TagSnapshot.RawItem(key, Sha256.hex(digest.digest()), to - from);
  }

  /** Adds a stretch of audio. */
  void audio(long from, long to) throws IOException {
    source.digest(audio, from, to);
  }

  /** Ends the collection. */
  TagSnapshot build(Optional<Id3Tag> tag) {
    String format = tag.map(found -> found.version().title()).orElse("no tag");
    return new TagSnapshot(format, fields, others, Sha256.hex(audio.digest()));
  }

  /** Nothing for a plain header, so that a tag made where there was none adds no item. */
  private static Optional<byte[]> headerFacts(Id3Tag tag) {
    boolean usualSizes = tag.syncsafeSizes() == (tag.version() == Id3Version.V2_4);
    if (tag.flags() == 0 && tag.revision() == 0 && usualSizes) {
      return Optional.empty();
    }
    ByteArrayOutputStream facts = new ByteArrayOutputStream();
    facts.write(tag.version().minor());
    facts.write(tag.revision());
    facts.write(tag.flags());
    facts.write(tag.syncsafeSizes() ? 1 : 0);
    tag.extended().ifPresent(extended -> facts.writeBytes(extended.facts()));
    return Optional.of(facts.toByteArray());
  }
}
