package org.tonearm.tag.id3;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.place.RunPlace;

/** Applies edits to a tag's list of frames, and saves what is needed to take them back. */
final class TagEditor {
  private final TagProfile profile;
  private final FieldFrames fields;
  private final OlderTag older;
  private final TakenOver taken;

  /** For a file without tags of other kinds, and to save what is there. */
  TagEditor(TagProfile profile) {
    this(profile, OlderTag.NONE);
  }

  /**
   * @param older what tags of other kinds say in the file, for a tag that is made in it
   */
  TagEditor(TagProfile profile, OlderTag older) {
    this.profile = profile;
    this.fields = new FieldFrames(profile);
    this.older = older;
    this.taken = new TakenOver(older, profile);
  }

  /**
   * The edited tag.
   *
   * @param found the file's tag, if it has one; one is made where values are to be set
   * @return empty if the file is to have no tag: it had none and needs none, or an undo left
   *     nothing in one that was made here but what it had taken over
   */
  Optional<Id3Tag> apply(Optional<Id3Tag> found, TagEdit edit) throws StructureException {
    Optional<Id3Tag> tag = found;
    boolean undoes = !edit.changes().isEmpty();
    for (TagField field : TagField.values()) {
      TagEdit.Change change = edit.changes().get(field);
      if (change instanceof TagEdit.SetValues set) {
        Id3Version version = profile.newId3Version() == 3 ? Id3Version.V2_3 : Id3Version.V2_4;
        Id3Tag present = tag.isPresent() ? tag.get().notMistakable() : made(version, edit);
        tag = Optional.of(set(present, field, set.values()));
        undoes = false;
      } else if (change instanceof TagEdit.Restore restore) {
        tag = restore(tag, field, restore.state(), edit);
      }
    }
    if (tag.isEmpty() || (undoes && !isNeeded(tag.get(), edit))) {
      return Optional.empty();
    }
    Id3Tag left = sayingOlder(tag.get(), edit);
    Optional<Id3Layout> layout = undoes ? Id3Layout.read(edit.layout()) : Optional.empty();
    return Optional.of(layout.map(noted -> noted.applyTo(left)).orElse(left));
  }

  /** Whether an undo leaves more in a tag than it had taken over when it was made. */
  private boolean isNeeded(Id3Tag tag, TagEdit edit) throws StructureException {
    for (TagField field : TagField.values()) {
      Optional<FieldState> state = onceElsewhere(edit, field).filter(FieldState::absent);
      if (state.isPresent() && !older.values(field, profile).equals(state.get().values())) {
        return true; // nothing else in the file says it any more
      }
    }
    Optional<Id3Layout> layout = Id3Layout.read(edit.layout());
    if (layout.isPresent()) {
      return layout.get().tagged() || !taken.isAllOf(tag);
    }
    // Without the note it may be no undo: a field that was taken out must not show an older one.
    return !tag.isEmptyAndMadeHere();
  }

  /** A tag that stays must not hide what an undone field said in tags of other kinds. */
  private Id3Tag sayingOlder(Id3Tag tag, TagEdit edit) throws StructureException {
    Id3Tag saying = tag;
    for (TagField field : TagField.values()) {
      Optional<FieldState> state = onceElsewhere(edit, field);
      if (state.isPresent()) {
        List<String> values = state.get().values();
        Id3Tag said = set(saying, field, values);
        // What is an item's own still says it, and may be no word that ID3 can say.
        boolean made = isMade(tag, edit) && fields.values(said, field).equals(values);
        saying = made || state.get().absent() ? said : saying;
      }
    }
    return saying;
  }

  private static boolean isMade(Id3Tag tag, TagEdit edit) {
    return Id3Layout.read(edit.layout())
        .map(noted -> !noted.tagged())
        .orElse(tag.flags() == 0 && tag.revision() == 0 && Id3Tag.bearsMark(tag.room()));
  }

  /** The state to restore of a field that no frame carried, and that was said all the same. */
  private static Optional<FieldState> onceElsewhere(TagEdit edit, TagField field)
      throws StructureException {
    if (edit.changes().get(field) instanceof TagEdit.Restore restore
        && !restore.state().values().isEmpty()
        && SavedItems.decode(restore.state().raw()).frames().isEmpty()) {
      return Optional.of(restore.state());
    }
    return Optional.empty();
  }

  /** The frames that carry a field, with their places. */
  List<SavedItems.Frame> save(Id3Tag tag, TagField field) {
    List<SavedItems.Frame> saved = new ArrayList<>();
    Anchors anchors = new Anchors();
    byte[] anchor = Anchors.start();
    List<Optional<TagField>> carried = carried(tag.frames(), tag);
    for (int i = 0; i < carried.size(); i++) {
      Id3Frame frame = tag.frames().get(i);
      if (carried.get(i).isEmpty()) {
        anchor = anchors.after(frame.bytes());
      } else if (carried.get(i).get() == field) {
        RunPlace place = RunPlace.of(carried, i);
        saved.add(
            new SavedItems.Frame(tag.version(), anchor, place, frame.bytes(), frame.stored()));
      }
    }
    return saved;
  }

  private Id3Tag set(Id3Tag tag, TagField field, List<String> values) throws StructureException {
    List<Id3Frame> frames = new ArrayList<>(tag.frames());
    List<Integer> carriers = carriers(frames, tag, field);
    if (carriers.isEmpty()) {
      int at = RunPlace.fresh(carried(frames, tag), afterLastText(frames), field);
      frames.add(at, fields.fresh(tag, field, values));
      return tag.withFrames(frames);
    }
    if (field.isFreeText()) {
      return tag.withFrames(new FreeTexts(tag, field, fields).replaced(frames, values));
    }
    for (int at : carriers) {
      frames.set(at, fields.rewritten(frames.get(at), tag, field, values));
    }
    if (field == TagField.GENRE) {
      // A second TCON is against the standard, and readers would show the same genre twice.
      removeFrom(frames, carriers, 1);
    }
    return tag.withFrames(frames);
  }

  /** What is said of a field that the edit names is the edit's to say. */
  private Id3Tag made(Id3Version version, TagEdit edit) throws StructureException {
    Id3Tag tag = taken.tag(version);
    for (TagField field : edit.changes().keySet()) {
      tag = remove(tag, field);
    }
    return tag;
  }

  private Optional<Id3Tag> restore(
      Optional<Id3Tag> found, TagField field, FieldState state, TagEdit edit)
      throws StructureException {
    List<SavedItems.Frame> saved = SavedItems.decode(state.raw()).frames();
    if (saved.isEmpty()) {
      return found.map(tag -> remove(tag, field));
    }
    Id3Version version = saved.get(0).version();
    Id3Tag tag = found.isPresent() ? found.get() : made(version, edit);
    if (tag.version() != version) {
      // Another program converted the tag meanwhile: the frames don't fit, their values do.
      return Optional.of(
          state.values().isEmpty() ? remove(tag, field) : set(tag, field, state.values()));
    }
    return Optional.of(putBack(tag, field, saved));
  }

  private Id3Tag remove(Id3Tag tag, TagField field) {
    return tag.withFrames(
        tag.frames().stream().filter(frame -> !fields.carries(frame, tag, field)).toList());
  }

  private Id3Tag putBack(Id3Tag tag, TagField field, List<SavedItems.Frame> saved) {
    List<Id3Frame> frames = new ArrayList<>(tag.frames());
    List<Integer> carriers = carriers(frames, tag, field);
    int paired = Math.min(carriers.size(), saved.size());
    for (int i = 0; i < paired; i++) {
      frames.set(carriers.get(i), frame(tag, saved.get(i)));
    }
    removeFrom(frames, carriers, paired);
    for (SavedItems.Frame lost : saved.subList(paired, saved.size())) {
      int run = after(lost.anchor(), frames);
      frames.add(lost.place().index(carried(frames, tag), run, field), frame(tag, lost));
    }
    return tag.withFrames(frames);
  }

  private List<Optional<TagField>> carried(List<Id3Frame> frames, Id3Tag tag) {
    return frames.stream().map(frame -> fields.fieldOf(frame, tag)).toList();
  }

  private List<Integer> carriers(List<Id3Frame> frames, Id3Tag tag, TagField field) {
    List<Integer> carriers = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (fields.carries(frames.get(i), tag, field)) {
        carriers.add(i);
      }
    }
    return carriers;
  }

  private static void removeFrom(List<Id3Frame> frames, List<Integer> positions, int first) {
    for (int i = positions.size() - 1; i >= first; i--) {
      frames.remove((int) positions.get(i));
    }
  }

  private static Id3Frame frame(Id3Tag tag, SavedItems.Frame saved) {
    byte[] bytes = saved.bytes();
    byte[] stored = bytes;
    if (tag.unsynchronised()) {
      stored = saved.stored() == bytes ? FrameBuilder.stored(tag, bytes) : saved.stored();
    }
    return new Id3Frame(tag.version(), Id3Parser.frameId(bytes, 0, tag.version()), bytes, stored);
  }

  private static int after(byte[] anchor, List<Id3Frame> frames) {
    if (Anchors.isStart(anchor)) {
      return 0;
    }
    Anchors anchors = new Anchors();
    for (int i = 0; i < frames.size(); i++) {
      if (Arrays.equals(anchor, anchors.after(frames.get(i).bytes()))) {
        return i + 1;
      }
    }
    return afterLastText(frames);
  }

  private static int afterLastText(List<Id3Frame> frames) {
    for (int i = frames.size(); i > 0; i--) {
      if (frames.get(i - 1).isText()) {
        return i;
      }
    }
    return 0;
  }
}
