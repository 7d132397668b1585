package org.tonearm.standalone;

import org.tonearm.tag.write.HardLinks;
import picocli.CommandLine.Option;

/** What happens to files with other names. With both options given, the careful one counts. */
final class HardLinkOptions {
  @Option(
      names = "--break-hardlinks",
      description =
          "Write to files with other names (hard links) without a warning: the name given gets a"
              + " file of its own, the others keep the old one.")
  private boolean breakHardlinks;

  @Option(
      names = "--skip-hardlinks",
      description = "Leave files with other names (hard links) alone.")
  private boolean skipHardlinks;

  /** What the options say; the other where they say nothing. */
  HardLinks or(HardLinks configured) {
    if (skipHardlinks) {
      return HardLinks.SKIP;
    }
    return breakHardlinks ? HardLinks.BREAK : configured;
  }

  /** The option that counts. */
  String option() {
    return skipHardlinks ? "--skip-hardlinks" : "--break-hardlinks";
  }

  /** The policy as in the configuration; null where nothing was said. */
  String word() {
    if (skipHardlinks) {
      return "skip";
    }
    return breakHardlinks ? "break" : null;
  }
}
