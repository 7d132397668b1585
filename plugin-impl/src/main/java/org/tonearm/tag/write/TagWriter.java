package org.tonearm.tag.write;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.FieldState;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.JournalRun;

/** Writes planned changes into files. Thread-safe; one file is to be written by one thread. */
public final class TagWriter {
  private final CodecRegistry codecs;
  private final SecondReader secondReader;

  /**
   * @param codecs the codecs
   * @param secondReader asked about each changed copy
   */
  public TagWriter(CodecRegistry codecs, SecondReader secondReader) {
    this.codecs = Objects.requireNonNull(codecs);
    this.secondReader = Objects.requireNonNull(secondReader);
  }

  /**
   * Writes a plan. When it returns, the file has the new tags and they are on the disk; when it
   * throws, the file is as it was.
   *
   * @param plan the changes, and the tags they were planned on
   * @param profile how the host wants its tags
   * @param options what the user allows
   * @param run the journal's run
   * @throws TagException see there for the codes
   */
  public WriteOutcome write(TagPlan plan, TagProfile profile, WriteOptions options, JournalRun run)
      throws TagException {
    return unfinished(codecs, secondReader);
  }

  /**
   * Puts fields back to earlier states, in the same safe way.
   *
   * @param file the file
   * @param before its tags as they stand
   * @param states the fields to put back and the states to put them to, as read by the same codec
   * @param profile as at the write that is undone
   * @param options what the user allows
   * @param run the journal's run
   */
  public WriteOutcome restore(
      Path file,
      TagSnapshot before,
      Map<TagField, FieldState> states,
      TagProfile profile,
      WriteOptions options,
      JournalRun run)
      throws TagException {
    return unfinished();
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T unfinished(Object... with) {
    throw new UnsupportedOperationException(java.util.Arrays.toString(with));
  }
}
