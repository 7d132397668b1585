package org.tonearm.tag.id3;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;

/** What the codecs share: opening the file, and turning every fault into one that names it. */
abstract class SplicingCodec implements TagCodec {

  /** The ID3v2 tag, and what tags of other kinds say. */
  record Tagged(Optional<Id3Tag> tag, OlderTag older) {}

  /** Reads all tags. */
  abstract TagSnapshot snapshot(SourceFile source, TagProfile profile)
      throws IOException, StructureException;

  /** Plans the changed copy. */
  abstract Splice splice(SourceFile source, TagEdit edit, TagProfile profile)
      throws IOException, StructureException;

  /** The ID3v2 tag, and what tags of other kinds say. */
  abstract Tagged tagged(SourceFile source) throws IOException, StructureException;

  /** The place of a new tag's items among the others. */
  abstract int placeOfNew(List<TagSnapshot.RawItem> others);

  /**
   * What is expected of a file's copy after an edit, where another layout has items read otherwise.
   */
  TagSnapshot laidOut(SourceFile source, TagSnapshot expected, TagEdit edit, TagProfile profile)
      throws IOException, StructureException {
    return expected;
  }

  /** Tells how the tag lies in its file. */
  abstract Id3Layout layout(SourceFile source) throws IOException, StructureException;

  @Override
  public final TagLayout layout(Path file) throws TagException {
    try (SourceFile source = new SourceFile(file)) {
      return layout(source).write();
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw reading(file, e);
    }
  }

  @Override
  public final TagSnapshot read(Path file, TagProfile profile) throws TagException {
    try (SourceFile source = new SourceFile(file)) {
      return snapshot(source, profile);
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw reading(file, e);
    }
  }

  @Override
  public final void check(Path file, TagEdit edit, TagProfile profile) throws TagException {
    try (SourceFile source = new SourceFile(file)) {
      splice(source, edit, profile);
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw reading(file, e);
    }
  }

  /** A made tag takes over what programs would not show any more; an undo drops it as a whole. */
  @Override
  public final TagSnapshot expected(Path file, TagSnapshot before, TagEdit edit, TagProfile profile)
      throws TagException {
    try (SourceFile source = new SourceFile(file)) {
      return laidOut(source, expected(tagged(source), before, edit, profile), edit, profile);
    } catch (StructureException e) {
      throw e.in(file);
    } catch (IOException e) {
      throw reading(file, e);
    }
  }

  private TagSnapshot expected(Tagged tagged, TagSnapshot before, TagEdit edit, TagProfile profile)
      throws StructureException {
    Optional<Id3Tag> after = new TagEditor(profile, tagged.older()).apply(tagged.tag(), edit);
    if (after.isPresent() == tagged.tag().isPresent()) {
      return before;
    }
    Id3Version version = after.or(tagged::tag).orElseThrow().version();
    Id3Tag taken = new TakenOver(tagged.older(), profile).tag(version);
    ExpectedTags expected = new ExpectedTags(taken, profile);
    return after.isPresent()
        ? expected.made(before, placeOfNew(before.others()))
        : expected.dropped(before);
  }

  @Override
  public final void rewrite(Path source, Path target, TagEdit edit, TagProfile profile)
      throws TagException {
    try (SourceFile from = new SourceFile(source)) {
      Splice splice = splice(from, edit, profile);
      try {
        splice.write(from, target);
      } catch (EOFException e) {
        throw e;
      } catch (IOException e) {
        throw writing(target, e);
      }
    } catch (StructureException e) {
      throw e.in(source);
    } catch (IOException e) {
      throw reading(source, e);
    }
  }

  @Override
  public final boolean sameItems(FieldState one, FieldState other) {
    try {
      return SavedItems.decode(one.raw()).sameItems(SavedItems.decode(other.raw()));
    } catch (StructureException e) {
      return false;
    }
  }

  /**
   * Of a tag of another version the values, as of what stood in tags of other kinds alone: a tag
   * that was made and stays goes on saying it. Of a tag that is otherwise unsynchronised the
   * content.
   */
  @Override
  public final boolean restored(FieldState before, FieldState now) {
    try {
      SavedItems wanted = SavedItems.decode(before.raw());
      SavedItems found = SavedItems.decode(now.raw());
      boolean says = !before.values().isEmpty() && before.values().equals(now.values());
      if (wanted.ofOtherVersion(found) || (before.absent() && !before.values().isEmpty())) {
        return says;
      }
      boolean elsewhere = says && wanted.frames().isEmpty();
      return wanted.sameContent(found)
          || (elsewhere && wanted.sameContent(new SavedItems(List.of(), found.infos())));
    } catch (StructureException e) {
      return false;
    }
  }

  private static TagException reading(Path file, IOException e) {
    if (e instanceof NoSuchFileException) {
      return new TagException("missing", file + ": no such file", "Scan the folder again.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new TagException(
          "unreadable", file + ": may not be read", "Give yourself the right to read it.", e);
    }
    if (e instanceof EOFException) {
      return new TagException(
          "changed-meanwhile",
          file + ": became shorter while it was read",
          "Try again when no other program is writing the file.",
          e);
    }
    return new TagException(
        "io", file + ": " + e.getMessage(), "Check the drive or the network share.", e);
  }

  private static TagException writing(Path target, IOException e) {
    String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (said.contains("no space left") || said.contains("not enough space")) {
      return new TagException(
          "no-space", target + ": the drive is full", "Free some space on the drive.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new TagException(
          "folder-read-only",
          target + ": may not be written",
          "Give yourself the right to write to the folder.",
          e);
    }
    return new TagException(
        "io", target + ": " + e.getMessage(), "Check the drive or the network share.", e);
  }
}
