package org.tonearm.tag.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagLayout;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.journal.FileIdentity;
import org.tonearm.tag.journal.JournalException;
import org.tonearm.tag.journal.PlannedWrite;
import org.tonearm.tag.journal.TemporaryName;
import org.tonearm.tag.journal.WriteLog;
import org.tonearm.tag.journal.WriteNotes;

/** One file's write, from its plan to its new name. Used once, by one thread. */
final class FileWrite {
  private final Path file;
  private final TagCodec codec;
  private final CopyVerifier verifier;
  private final TagProfile profile;
  private final WriteOptions options;
  private final StepListener steps;
  private final Duration lockPatience;
  private final Predicate<Path> open;
  private final FileAttributes attributes;
  private final Path temporary;
  private final List<String> warnings = new ArrayList<>();
  private Optional<FileIdentity> placed = Optional.empty();

  FileWrite(
      Path file,
      TagCodec codec,
      CopyVerifier verifier,
      TagProfile profile,
      WriteOptions options,
      StepListener steps,
      Duration lockPatience,
      Predicate<Path> open,
      InheritedAccess inherited) {
    this.file = file;
    this.codec = codec;
    this.verifier = verifier;
    this.profile = profile;
    this.options = options;
    this.steps = steps;
    this.lockPatience = lockPatience;
    this.open = open;
    this.attributes = new FileAttributes(file, inherited);
    this.temporary = TemporaryName.beside(file);
  }

  /**
   * Writes.
   *
   * @param planned the tags that the edit was made for
   */
  WriteOutcome run(TagSnapshot planned, TagEdit wanted, WriteLog log) throws TagException {
    try {
      FileIdentity original = FileIdentity.of(file);
      TagSnapshot before = codec.read(file, profile);
      if (!sameTags(planned, before)) {
        throw changedMeanwhile();
      }
      TagEdit edit = effective(wanted, before);
      if (edit.changes().isEmpty()) {
        return new WriteOutcome(file, false, Map.of(), Optional.empty(), List.of());
      }
      heedLinks();
      warnings.addAll(StaleTags.warnings(file, before.others(), edit.changes().keySet()));
      codec.check(file, edit, profile);
      TagLayout layout = codec.layout(file);
      WriteNotes entry = log.plan(journaled(original, layout, before, edit));
      Map<TagField, FieldState> after = replace(entry, original, before, edit);
      conclude(entry);
      return new WriteOutcome(file, true, after, placed, warnings);
    } catch (TagException | IOException | JournalException | RuntimeException e) {
      throw WriteFault.of(file, e);
    }
  }

  /** Up to and with the rename. When this throws, the file is as it was and no copy is left. */
  private Map<TagField, FieldState> replace(
      WriteNotes entry, FileIdentity original, TagSnapshot before, TagEdit edit)
      throws TagException {
    boolean replaced = false;
    String code = "interrupted";
    String message = "the write was broken off";
    Optional<FileIdentity> copy = Optional.empty();
    Map<TagField, FieldState> after = Map.of();
    try {
      steps.reached(WriteStep.PLANNED, temporary);
      attributes.carryTo(temporary);
      steps.reached(WriteStep.CREATED, temporary);
      codec.rewrite(file, temporary, edit, profile);
      steps.reached(WriteStep.REWRITTEN, temporary);
      TagSnapshot copied = verifier.verify(file, temporary, codec, before, edit, profile);
      steps.reached(WriteStep.VERIFIED, temporary);
      boolean keepTime = profile.modificationTime() == TagProfile.ModificationTime.KEPT;
      attributes.settle(temporary, keepTime, options.allowAttributeLoss());
      steps.reached(WriteStep.ATTRIBUTES_KEPT, temporary);
      sync();
      steps.reached(WriteStep.SYNCED, temporary);
      after = changed(copied, edit);
      OriginalLock lock = OriginalLock.of(file, lockPatience);
      try {
        mustBeClosed();
        mustBe(original);
        steps.reached(WriteStep.UNCHANGED, temporary);
        copy = Optional.of(FileIdentity.of(temporary));
        placed = copy;
        entry.writing(copy.get(), after);
        steps.reached(WriteStep.JOURNALED, temporary);
        // Once more: the journal may have waited for another process for long.
        mustBe(original);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        replaced = true;
      } finally {
        lock.close();
      }
      return after;
    } catch (TagException | IOException | JournalException | RuntimeException e) {
      if (copy.isPresent() && renamed(copy.get())) {
        replaced = true;
        return after;
      }
      TagException fault = WriteFault.of(file, e);
      code = fault.code();
      message = fault.getMessage();
      throw fault;
    } finally {
      // Here for errors such as a lack of memory too, which nothing above catches.
      if (!replaced) {
        abandon(entry, code, message);
      }
    }
  }

  /** With the lock, so that a program that holds it for a while is waited for. */
  private void mustBeClosed() throws TagException {
    if (open.test(file)) {
      throw new TagException(
          "being-written",
          file + " is open for writing in another program, so it was left alone",
          "Wait until the download, copy or recording is done, or close that program, and run"
              + " again.");
    }
  }

  private void mustBe(FileIdentity original) throws IOException, TagException {
    if (!FileIdentity.of(file).equals(original)) {
      throw changedMeanwhile();
    }
  }

  /** A network share may say that a rename failed which it has done. */
  private boolean renamed(FileIdentity copy) {
    try {
      return Files.notExists(temporary, LinkOption.NOFOLLOW_LINKS)
          && !copy.key().isEmpty()
          && FileIdentity.of(file).sameContent(copy);
    } catch (IOException e) {
      return false;
    }
  }

  private void abandon(WriteNotes entry, String code, String message) {
    try {
      Files.deleteIfExists(temporary);
      if (Files.isDirectory(file.getParent())) {
        entry.failed(code, message);
      }
    } catch (IOException | JournalException e) {
      // What the caller must know is the first fault.
    }
    // Where the copy could not be removed, or lies in a folder that went away, perhaps with its
    // drive, the entry stays open: both are settled when the journal is next opened and it is back.
  }

  /** After the rename nothing may fail any more: the file is written. */
  private void conclude(WriteNotes entry) {
    try {
      steps.reached(WriteStep.RENAMED, temporary);
      syncFolder();
      steps.reached(WriteStep.FOLDER_SYNCED, temporary);
    } catch (IOException e) {
      warnings.add(
          file + " is written, but its drive did not confirm the new name: " + e.getMessage());
    }
    try {
      entry.done();
      steps.reached(WriteStep.DONE, temporary);
    } catch (IOException | JournalException e) {
      warnings.add(
          file + " is written; the journal will note so at the next start: " + e.getMessage());
    }
  }

  private void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Only where folders can be opened, which on Windows they can't. */
  private void syncFolder() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      try (FileChannel channel = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void heedLinks() throws IOException, TagException {
    if (options.hardLinks() == HardLinks.BREAK || attributes.links() <= 1) {
      return;
    }
    if (options.hardLinks() == HardLinks.SKIP) {
      throw new TagException(
          "hard-linked",
          file + " has other names (hard links), so it was left alone as you asked",
          "Run again with --break-hardlinks, or set tagging.hard-links to break: this name then gets a"
              + " file of its own, the others keep the old one.");
    }
    warnings.add(
        file
            + " has other names (hard links): this name has the new tags now, the other names"
            + " keep the old file (--break-hardlinks: no warning, --skip-hardlinks: leave alone)");
  }

  private PlannedWrite journaled(
      FileIdentity original, TagLayout layout, TagSnapshot before, TagEdit edit) {
    Map<TagField, FieldState> states = changed(before, edit);
    Map<TagField, List<String>> intended = new EnumMap<>(TagField.class);
    edit.changes().forEach((field, change) -> intended.put(field, values(change)));
    return new PlannedWrite(
        file,
        temporary,
        original,
        before.audioHash(),
        layout,
        codec.id(),
        profile,
        states,
        intended);
  }

  /** The edit without changes that would change nothing. */
  private static TagEdit effective(TagEdit wanted, TagSnapshot before) {
    Map<TagField, TagEdit.Change> changes = new EnumMap<>(TagField.class);
    wanted
        .changes()
        .forEach(
            (field, change) -> {
              FieldState state = state(before, field);
              boolean same =
                  change instanceof TagEdit.Restore restore
                      ? restore.state().equals(state)
                      : values(change).equals(state.values());
              if (!same) {
                changes.put(field, change);
              }
            });
    // What only an older tag says, which is carried as it is, can't be taken out.
    boolean nothing =
        changes.entrySet().stream()
            .allMatch(
                change ->
                    change.getValue() instanceof TagEdit.Restore restore
                        && restore.state().absent()
                        && state(before, change.getKey()).absent());
    return new TagEdit(nothing ? Map.of() : changes, wanted.layout());
  }

  private static Map<TagField, FieldState> changed(TagSnapshot snapshot, TagEdit edit) {
    Map<TagField, FieldState> states = new EnumMap<>(TagField.class);
    edit.changes().keySet().forEach(field -> states.put(field, state(snapshot, field)));
    return states;
  }

  private static List<String> values(TagEdit.Change change) {
    return change instanceof TagEdit.SetValues set
        ? set.values()
        : ((TagEdit.Restore) change).state().values();
  }

  private static boolean sameTags(TagSnapshot one, TagSnapshot other) {
    return one.audioHash().equals(other.audioHash())
        && one.others().equals(other.others())
        && one.fields().equals(other.fields());
  }

  private static FieldState state(TagSnapshot snapshot, TagField field) {
    return snapshot.fields().getOrDefault(field, FieldState.ABSENT);
  }

  private TagException changedMeanwhile() {
    return new TagException(
        "changed-meanwhile",
        file + " was changed by another program since it was read, so it was left alone",
        "Close the other program, or wait until it is done, and run again.");
  }
}
