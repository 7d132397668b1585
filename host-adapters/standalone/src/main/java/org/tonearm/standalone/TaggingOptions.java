package org.tonearm.standalone;

import org.tonearm.configuration.RunSettings;
import org.tonearm.run.TaggingSettings;
import picocli.CommandLine.Option;

/** How tags are planned. What is not given here, the configuration says. */
final class TaggingOptions {
  @Option(
      names = "--policy",
      paramLabel = "fill|merge|replace",
      description = {
        "What may happen to values that are there:",
        "fill leaves them alone (default), merge adds to them, replace puts what was heard in"
            + " their place."
      })
  private String policy;

  @Option(
      names = "--min-replace",
      paramLabel = "P",
      description =
          "Least probability, 0 to 1, at which a value that is there is replaced (default: 0.8).")
  private String minReplace;

  @Option(
      names = "--scope",
      paramLabel = "track|album",
      description =
          "A genre for each track (default), or one for all tracks of an album: the one that they"
              + " sound like together.")
  private String scope;

  @Option(
      names = "--comment-block",
      paramLabel = "off|write|remove",
      description =
          "Write what was heard into the comment too, in a block such as [Tonearm: Rock, Happy];"
              + " take such blocks out again; or leave comments alone (default).")
  private String commentBlock;

  @Option(
      names = "--mtime",
      paramLabel = "keep|touch",
      description =
          "Keep the file's modification time (default), or move it on for programs that notice"
              + " changes by it.")
  private String modificationTime;

  @Option(
      names = "--force-partial",
      description = "Write also to files whose audio breaks off before its end.")
  private boolean forcePartial;

  /** As settings. */
  Choices choices() {
    return new Choices()
        .with("--policy", policy, "tagging.policy")
        .with("--min-replace", minReplace, "thresholds.replace-genre", "thresholds.replace-mood")
        .with("--scope", scope, "tagging.scope")
        .with("--comment-block", commentBlock, "tagging.comment-block")
        .with("--mtime", modificationTime, "tagging.modification-time");
  }

  /** What planning takes, by the settings that hold. */
  TaggingSettings settings(RunSettings settings) {
    return settings.tagging(false, forcePartial);
  }

  /** What tagging takes, by the settings that hold. */
  TaggingSettings settings(RunSettings settings, WritingOptions writing) {
    return settings.tagging(writing.allowAttributeLoss(), forcePartial);
  }
}
