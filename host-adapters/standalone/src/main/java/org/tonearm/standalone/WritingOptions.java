package org.tonearm.standalone;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What may happen to a file that is written, apart from its tags. */
final class WritingOptions {
  @Option(
      names = "--allow-attribute-loss",
      description =
          "Write also to files whose owner, access list or extended attributes can't be kept.")
  private boolean allowAttributeLoss;

  @Mixin private HardLinkOptions hardLinks;

  /** As settings. */
  Choices choices() {
    return new Choices().with(hardLinks.option(), hardLinks.word(), "tagging.hard-links");
  }

  /** Whether owner, access list and extended attributes may be lost. */
  boolean allowAttributeLoss() {
    return allowAttributeLoss;
  }
}
