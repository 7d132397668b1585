package org.tonearm.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.plan.Planned;
import org.tonearm.tag.plan.TagPlanner;

/**
 * Proposes what to write into a track: reads its tags, hears it if something could come of it, and
 * plans. Touches no file. Thread-safe.
 */
final class Proposing implements Pipeline.Preparing<Track, Proposal> {
  private final CodecRegistry codecs;
  private final TagPlanner planner;
  private final Listening listening;
  private final Map<Task, Map<String, String>> words;
  private final TaggingSettings settings;

  /**
   * @param words of each task, a label's word as written into tags
   */
  Proposing(
      CodecRegistry codecs,
      TagPlanner planner,
      Listening listening,
      Map<Task, Map<String, String>> words,
      TaggingSettings settings) {
    this.codecs = codecs;
    this.planner = planner;
    this.listening = listening;
    this.words = Map.copyOf(words);
    this.settings = settings;
  }

  @Override
  public Proposal prepare(Track track) throws TonearmException, InterruptedException {
    HeardTrack heard = listening.hear(track);
    if (heard.abstained()) {
      return Proposal.settled(
          Reporting.outcome(
              heard,
              TrackStatus.ABSTAINED,
              List.of(),
              List.of(),
              Optional.of(Reporting.silence(heard))));
    }
    if (!heard.report().complete() && !settings.forcePartial()) {
      return failed(heard, partial(heard));
    }
    try {
      return proposal(heard, plan(heard));
    } catch (TonearmException e) {
      return failed(heard, TrackProblem.of(e));
    }
  }

  private Planned plan(HeardTrack heard) throws TonearmException {
    TagSnapshot before =
        codecs.codecFor(heard.track().path()).read(heard.track().path(), settings.profile());
    List<Verdict> verdicts = List.copyOf(heard.verdicts().values());
    return planner.decide(heard.track(), before, verdicts, words, settings.plan());
  }

  private static Proposal proposal(HeardTrack heard, Planned planned) {
    TagPlan plan = planned.plan();
    boolean changes = !plan.changes().isEmpty();
    TrackOutcome outcome =
        Reporting.outcome(
            heard,
            changes ? TrackStatus.PLANNED : TrackStatus.UNCHANGED,
            plan.changes(),
            planned.notes(),
            Optional.empty());
    return new Proposal(outcome, changes ? Optional.of(plan) : Optional.empty());
  }

  private static Proposal failed(HeardTrack heard, TrackProblem problem) {
    return Proposal.settled(
        Reporting.outcome(heard, TrackStatus.FAILED, List.of(), List.of(), Optional.of(problem)));
  }

  private static TrackProblem partial(HeardTrack heard) {
    return new TrackProblem(
        "partial",
        heard.track().path() + ": the audio breaks off before its end, so nothing was written.",
        "Fetch the file again from where it came, or write what was heard with --force-partial.");
  }
}
