package org.tonearm.run;

import java.util.Objects;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.write.WriteOptions;

/**
 * How tags are planned and written.
 *
 * @param plan policy and fields
 * @param profile how the host wants its tags
 * @param options what the user allows to be lost
 * @param forcePartial whether a file is written although its stream broke half-way
 * @param albums whether the tracks of an album share one genre
 */
public record TaggingSettings(
    PlanSettings plan,
    TagProfile profile,
    WriteOptions options,
    boolean forcePartial,
    boolean albums) {
  /** Checks that nothing is null. */
  public TaggingSettings {
    Objects.requireNonNull(plan);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(options);
  }

  /** Each track with a genre of its own. */
  public TaggingSettings(
      PlanSettings plan, TagProfile profile, WriteOptions options, boolean forcePartial) {
    this(plan, profile, options, forcePartial, false);
  }
}
