package org.tonearm.doctor;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tonearm.configuration.Effective;

/**
 * Lines without names of files, folders, labels or people. What is kept is named here, all else is
 * left out: a name may hold any word or sign, so that nothing can be cut out around it.
 * Thread-safe.
 *
 * @param codes the stable words of errors, which are kept
 */
record MaskedText(Set<String> codes) {
  /** Stands for what was left out. */
  static final String LEFT_OUT = "…";

  private static final Pattern STAMPED =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (\\w*)( *)(.*)");
  private static final Pattern HEALTH =
      Pattern.compile(
          "(?:waiting|tagging|quiet|ended); \\d+ waiting; since [\\d :-]+:"
              + " (?:no track yet|\\d+ [a-z]+(?:, \\d+ [a-z]+)*)");
  private static final Pattern CODE = Pattern.compile("\\[([a-z-]+)\\]");
  private static final Pattern ROOM = Pattern.compile(".*(: writable, [\\d,]+ MiB free)");
  private static final Pattern PLAIN_VALUE = Pattern.compile("true|false|-?[0-9][0-9.]*");

  /** Subjects whose details are about the program and the machine alone, where all is well. */
  private static final Set<String> HARMLESS =
      Set.of(
          "Versions",
          "Machine",
          "File names",
          "Decoder",
          "Backend",
          "Training",
          "Instructions",
          "Graphics card");

  MaskedText {
    codes = Set.copyOf(codes);
  }

  /** What a check found. */
  String finding(Finding finding) {
    return finding.level() + "  " + finding.subject() + "  " + detail(finding);
  }

  private static String detail(Finding finding) {
    String detail = finding.detail();
    if (finding.level() == Finding.Level.GOOD && HARMLESS.contains(finding.subject())) {
      return detail;
    }
    if (finding.subject().endsWith(" models") && finding.level() == Finding.Level.GOOD) {
      return List.of(detail.split(", ")).size() + " installed";
    }
    Matcher room = ROOM.matcher(detail);
    return room.matches() ? LEFT_OUT + room.group(1) : LEFT_OUT;
  }

  /** A line of the watch's log. */
  String logLine(String line) {
    Matcher stamped = STAMPED.matcher(line);
    if (!stamped.matches()) {
      return LEFT_OUT;
    }
    String rest = stamped.group(4);
    String kept =
        switch (stamped.group(2)) {
          case "health", "ended" -> stamped.group(2) + " " + health(rest);
          case "failed", "problem" -> stamped.group(2) + " " + LEFT_OUT + " " + lastCode(rest);
          case "written", "abstained", "planned" -> stamped.group(2) + " " + LEFT_OUT;
          default -> LEFT_OUT;
        };
    return stamped.group(1) + " " + kept;
  }

  private static String health(String rest) {
    Matcher health = HEALTH.matcher(rest);
    return health.lookingAt() ? health.group() : LEFT_OUT;
  }

  private String lastCode(String rest) {
    return CODE.matcher(rest)
        .results()
        .map(MatchResult::group)
        .filter(found -> codes.contains(found.substring(1, found.length() - 1)))
        .reduce((first, second) -> second)
        .orElse("");
  }

  /** A setting; its value only where that is a number, or yes or no. */
  String setting(Effective setting) {
    String[] parts = setting.key().split("\\.", -1);
    String key = parts.length > 2 ? parts[0] + "." + parts[1] + "." + LEFT_OUT : setting.key();
    String value = PLAIN_VALUE.matcher(setting.value()).matches() ? setting.value() : LEFT_OUT;
    return key + " = " + value;
  }
}
