package org.tonearm.standalone;

import java.util.Set;
import org.tonearm.api.tag.TagField;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.run.TaggingSettings;
import org.tonearm.tag.plan.PlanSettings;
import org.tonearm.tag.plan.Policy;
import org.tonearm.tag.write.WriteOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How tags are planned and written. */
final class TaggingOptions {
  @Option(
      names = "--policy",
      paramLabel = "fill|merge|replace",
      description = {
        "What may happen to values that are there:",
        "fill leaves them alone (default), merge adds to them, replace puts what was heard in"
            + " their place."
      })
  private Policy policy = Policy.FILL;

  @Option(
      names = "--mtime",
      paramLabel = "keep|touch",
      description =
          "Keep the file's modification time (default), or move it on for programs that notice"
              + " changes by it.")
  private ModificationTimeOption modificationTime;

  @Option(
      names = "--force-partial",
      description = "Write also to files whose audio breaks off before its end.")
  private boolean forcePartial;

  @Option(
      names = "--allow-attribute-loss",
      description =
          "Write also to files whose owner, access list or extended attributes can't be kept.")
  private boolean allowAttributeLoss;

  @Mixin private HardLinkOptions hardLinks;

  /**
   * The settings.
   *
   * @param host the profile of the host
   * @param fields that may be changed
   */
  TaggingSettings settings(TagProfile host, Set<TagField> fields) {
    return new TaggingSettings(
        new PlanSettings(policy, fields),
        modificationTime == null ? host : modificationTime.applyTo(host),
        new WriteOptions(allowAttributeLoss, hardLinks.policy()),
        forcePartial);
  }
}
