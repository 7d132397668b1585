package org.tonearm.run;

import java.util.Map;
import java.util.Objects;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.write.WriteOptions;

/**
 * How tags are planned and written.
 *
 * @param plan policy and fields
 * @param profile how the host wants its tags
 * @param formats the same for single formats, by the codec's id, where they differ
 * @param options what the user allows to be lost
 * @param forcePartial whether a file is written although its stream broke half-way
 */
public record TaggingSettings(
    PlanSettings plan,
    TagProfile profile,
    Map<String, TagProfile> formats,
    WriteOptions options,
    boolean forcePartial) {
  /** Checks that nothing is null. */
  public TaggingSettings {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(options);
    formats = Map.copyOf(formats);
  }

  /** With one profile for all formats. */
  public TaggingSettings(
      PlanSettings plan, TagProfile profile, WriteOptions options, boolean forcePartial) {
    this(plan, profile, Map.of(), options, forcePartial);
  }

  /** The profile for files of a codec. */
  public TagProfile profile(String codecId) {
    return formats.getOrDefault(codecId, profile);
  }
}
