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

  /** The policy; a warning where nothing was said. */
  HardLinks policy() {
    if (skipHardlinks) {
      return HardLinks.SKIP;
    }
    return breakHardlinks ? HardLinks.BREAK : HardLinks.WARN;
  }
}
