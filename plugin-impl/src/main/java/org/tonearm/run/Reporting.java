package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.FieldChange;

/** Tells what was heard of a track. */
final class Reporting {
  private Reporting() {}

  /** What is told where nothing is to be written. */
  static TrackOutcome heard(HeardTrack heard) {
    return heard.abstained()
        ? outcome(heard, TrackStatus.ABSTAINED, List.of(), List.of(), Optional.of(silence(heard)))
        : outcome(heard, TrackStatus.UNCHANGED, List.of(), List.of(), Optional.empty());
  }

  /** An outcome with all that was heard in it. */
  static TrackOutcome outcome(
      HeardTrack heard,
      TrackStatus status,
      List<FieldChange> changes,
      List<String> warnings,
      Optional<TrackProblem> problem) {
    List<String> all = new ArrayList<>(heard.warnings());
    all.addAll(warnings);
    return new TrackOutcome(
        heard.track(),
        status,
        heard.analyses(),
        heard.verdicts(),
        changes,
        heard.report().durationSeconds(),
        all,
        problem);
  }

  /** Why nothing is told of a track. */
  static TrackProblem silence(HeardTrack heard) {
    Set<String> reasons =
        heard.verdicts().values().stream().map(Verdict::abstention).collect(Collectors.toSet());
    if (reasons.contains("too-short")) {
      return new TrackProblem(
          "too-short",
          heard.track().path() + ": too short to tell anything; at least 3 seconds are needed.",
          "Nothing to do; tag it by hand if it needs a tag.");
    }
    if (reasons.contains("not-music")) {
      return new TrackProblem(
          "not-music",
          heard.track().path() + ": sounds like speech, noise or silence rather than music.",
          "Nothing to do; tag it by hand if it is music after all.");
    }
    return new TrackProblem(
        "unsure",
        heard.track().path() + ": not sure enough to tell anything.",
        "Lower --min-genre or --min-mood to have less certain answers too.");
  }
}
