package org.tonearm.tag.write;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.FieldChange;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagEdit;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagKind;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.WriteLog;

/**
 * Writes changes into files, never in place: a changed copy is made beside the original, read back
 * and compared, put on the disk, and then given the original's name. A kill at any instant leaves
 * the old file or the new one, and the journal knows how to tell.
 *
 * <p>Thread-safe; but one file is to be written by one thread at a time.
 */
public final class TagWriter {
  private final CodecRegistry codecs;
  private final CopyVerifier verifier;
  private final StepListener steps;
  private final Duration lockPatience;
  private final OpenFiles open = OpenFiles.ofOthers();
  private final InheritedAccess inherited = InheritedAccess.ofSystem();

  /**
   * @param codecs the codecs
   * @param secondReader asked about each changed copy
   */
  public TagWriter(CodecRegistry codecs, SecondReader secondReader) {
    this(codecs, secondReader, StepListener.NONE);
  }

  TagWriter(CodecRegistry codecs, SecondReader secondReader, StepListener steps) {
    this(codecs, secondReader, steps, OriginalLock.PATIENCE);
  }

  TagWriter(
      CodecRegistry codecs, SecondReader secondReader, StepListener steps, Duration lockPatience) {
    this.codecs = Objects.requireNonNull(codecs);
    this.verifier = new CopyVerifier(codecs, Objects.requireNonNull(secondReader));
    this.steps = Objects.requireNonNull(steps);
    this.lockPatience = Objects.requireNonNull(lockPatience);
  }

  /**
   * Writes a plan; of several values only those that the profile lets {@link TagProfile#kept
   * through}. When it returns, the file has the new tags and they are on the disk; when it throws,
   * the file is as it was.
   *
   * @param plan the changes, and the tags they were planned on
   * @param profile how the host wants its tags; the one under which the plan's tags were read
   * @param options what the user allows
   * @param log where it is noted: a run of the journal
   * @throws TagException see there for the codes
   */
  public WriteOutcome write(TagPlan plan, TagProfile profile, WriteOptions options, WriteLog log)
      throws TagException {
    Path file = Preflight.target(plan.track().path());
    TagCodec codec = codecs.codecFor(file);
    return write(file, codec, profile, options)
        .run(plan.before(), edit(plan.changes(), codec.kind(), profile), log);
  }

  /**
   * The edit that makes planned changes.
   *
   * @param changes at most one a field
   * @param kind the kind of tag that they are written into
   * @param profile see above
   */
  public static TagEdit edit(List<FieldChange> changes, TagKind kind, TagProfile profile) {
    Map<TagField, TagEdit.Change> edits = new EnumMap<>(TagField.class);
    for (FieldChange change : changes) {
      edits.put(
          change.field(),
          change.after().isEmpty()
              ? new TagEdit.Restore(FieldState.ABSENT)
              : new TagEdit.SetValues(profile.kept(kind, change.field(), change.after())));
    }
    return new TagEdit(edits);
  }

  /**
   * Changes fields in the same way, by edits of the caller's own.
   *
   * @param path the file, or a symbolic link to it
   * @param before its tags as they stand
   * @param edit the changes; {@link TagEdit.Restore} takes states read by the same codec
   * @param profile the one under which {@code before} was read
   * @param options what the user allows
   * @param log where it is noted: a run of the journal
   * @throws TagException see there for the codes
   */
  public WriteOutcome edit(
      Path path,
      TagSnapshot before,
      TagEdit edit,
      TagProfile profile,
      WriteOptions options,
      WriteLog log)
      throws TagException {
    Path file = Preflight.target(path);
    return write(file, codecs.codecFor(file), profile, options).run(before, edit, log);
  }

  private FileWrite write(Path file, TagCodec codec, TagProfile profile, WriteOptions options) {
    return new FileWrite(
        file, codec, verifier, profile, options, steps, lockPatience, open, inherited);
  }
}
