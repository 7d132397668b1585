package org.tonearm.spark.apply;

import java.util.Objects;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.write.WriteOptions;

/**
 * What holds for all recordings of a run.
 *
 * @param run the run's name; letters, digits, dots, dashes, underscores
 * @param attempt the task's attempt, likewise
 * @param output the run's output, see {@link org.tonearm.spark.store.AudioUri}
 * @param profile how tags are wanted; the one that was planned under
 * @param options what the user allows
 * @param codecs read and write tags; the ones that the plan was made by, with the settings of their
 *     formats
 * @param replaceObjects whether the storage was found to refuse a put on an earlier entity tag;
 *     without it, objects get sidecars
 */
public record ApplySettings(
    String run,
    String attempt,
    String output,
    TagProfile profile,
    WriteOptions options,
    CodecRegistry codecs,
    boolean replaceObjects) {
  /** Checks for nulls. */
  public ApplySettings {
    Objects.requireNonNull(run);
    Objects.requireNonNull(attempt);
    Objects.requireNonNull(output);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(options);
    Objects.requireNonNull(codecs);
  }
}
