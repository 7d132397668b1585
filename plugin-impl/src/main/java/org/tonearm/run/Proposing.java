package org.tonearm.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagException;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.library.index.FileReading;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.plan.Planned;
import org.tonearm.tag.plan.TagPlanner;

/** Proposes what to write into a track that was considered. Touches no file. Thread-safe. */
final class Proposing {
  private final CodecRegistry codecs;
  private final TagPlanner planner;
  private final Map<Task, Map<String, String>> words;
  private final TaggingSettings settings;

  /**
   * @param words of each task, a label's word as written into tags
   */
  Proposing(
      CodecRegistry codecs,
      TagPlanner planner,
      Map<Task, Map<String, String>> words,
      TaggingSettings settings) {
    this.codecs = codecs;
    this.planner = planner;
    this.words = Map.copyOf(words);
    this.settings = settings;
  }

  /** What would be done. */
  Proposal propose(Candidate candidate) {
    if (candidate.problem().isPresent()) {
      return Proposal.settled(
          TrackOutcome.failed(candidate.track(), candidate.problem().orElseThrow()));
    }
    TrackOutcome bare = bare(candidate);
    if (candidate.heard().filter(this::broken).isPresent()) {
      return Proposal.settled(bare.notWritten(partial(candidate.track())));
    }
    try {
      return proposal(candidate, bare);
    } catch (TonearmException e) {
      boolean silent = bare.status() == TrackStatus.ABSTAINED;
      return Proposal.settled(silent ? bare : bare.notWritten(TrackProblem.of(e)));
    }
  }

  /** The track with all that was heard, and no changes. */
  private static TrackOutcome bare(Candidate candidate) {
    if (candidate.heard().isEmpty()) {
      return TrackOutcome.full(candidate.track());
    }
    HeardTrack heard = candidate.heard().get();
    return heard.abstained()
        ? Reporting.outcome(
            heard,
            TrackStatus.ABSTAINED,
            List.of(),
            List.of(),
            Optional.of(Reporting.silence(heard)))
        : Reporting.outcome(heard, TrackStatus.UNCHANGED, List.of(), List.of(), Optional.empty());
  }

  private Proposal proposal(Candidate candidate, TrackOutcome bare) throws TagException {
    Planned planned = plan(candidate);
    TagPlan plan = planned.plan();
    if (plan.changes().isEmpty()) {
      return Proposal.settled(bare.noted(planned.notes()));
    }
    return new Proposal(
        bare.noted(planned.notes()).planned(plan.changes()),
        Optional.of(plan),
        candidate.seen().map(FileReading.Seen::file));
  }

  /** From an outline first: most files of a library have nothing to change, and stay closed. */
  private Planned plan(Candidate candidate) throws TagException {
    FileReading.Seen seen = candidate.seen().orElseThrow();
    Optional<TagSnapshot> present = Considering.tags(seen);
    if (present.isPresent()) {
      Planned plan = planOn(candidate, present.get());
      if (seen.snapshot().isPresent() || plan.plan().changes().isEmpty()) {
        return plan;
      }
    }
    Path path = candidate.track().path();
    return planOn(candidate, codecs.codecFor(path).read(path, settings.profile()));
  }

  private Planned planOn(Candidate candidate, TagSnapshot before) {
    List<Verdict> verdicts =
        candidate.heard().map(heard -> List.copyOf(heard.verdicts().values())).orElse(List.of());
    return planner.decide(candidate.track(), before, verdicts, words, settings.plan());
  }

  private boolean broken(HeardTrack heard) {
    return !heard.abstained() && !heard.report().complete() && !settings.forcePartial();
  }

  private static TrackProblem partial(Track track) {
    return new TrackProblem(
        "partial",
        track.path() + ": the audio breaks off before its end, so nothing was written.",
        "Fetch the file again from where it came, or write what was heard with --force-partial.");
  }
}
