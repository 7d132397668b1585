package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** What a file holds after a tag was made in it, or dropped, beside the fields that were set. */
final class ExpectedTags {
  private final Id3Tag taken;
  private final FieldFrames fields;
  private final TagEditor editor;

  /**
   * @param taken what a made tag takes over, and nothing else
   */
  ExpectedTags(Id3Tag taken, TagProfile profile) {
    this.taken = taken;
    this.fields = new FieldFrames(profile);
    this.editor = new TagEditor(profile);
  }

  /**
   * The original's tags and what a new one takes over.
   *
   * @param at the place of a new tag's items among the others
   */
  TagSnapshot made(TagSnapshot before, int at) throws StructureException {
    List<TagSnapshot.RawItem> others = new ArrayList<>(before.others());
    others.addAll(at, items());
    Map<TagField, FieldState> states = new EnumMap<>(TagField.class);
    states.putAll(before.fields());
    for (TagField field : TagField.values()) {
      List<SavedItems.Frame> frames = editor.save(taken, field);
      if (!frames.isEmpty()) {
        states.put(field, state(before, field, frames));
      }
    }
    return new TagSnapshot(taken.version().title(), states, others, before.audioHash());
  }

  /** The original's tags without what its tag had taken over. */
  TagSnapshot dropped(TagSnapshot before) throws StructureException {
    List<TagSnapshot.RawItem> others = new ArrayList<>(before.others());
    items().forEach(others::remove);
    Map<TagField, FieldState> states = new EnumMap<>(TagField.class);
    for (TagField field : TagField.values()) {
      states.put(field, state(before, field, List.of()));
    }
    return new TagSnapshot(before.format(), states, others, before.audioHash());
  }

  private List<TagSnapshot.RawItem> items() {
    return taken.frames().stream()
        .filter(frame -> fields.fieldOf(frame, taken).isEmpty())
        .map(frame -> SnapshotBuilder.rawItem(FrameKey.of(frame, false), frame.bytes()))
        .toList();
  }

  /** The field in these frames, and where it stood beside the tag. */
  private static FieldState state(TagSnapshot before, TagField field, List<SavedItems.Frame> frames)
      throws StructureException {
    FieldState state = before.fields().getOrDefault(field, FieldState.ABSENT);
    SavedItems saved = SavedItems.decode(state.raw());
    return new FieldState(state.values(), new SavedItems(frames, saved.infos()).encode());
  }
}
