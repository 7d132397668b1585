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
import org.tonearm.library.index.IndexedFile;
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
  private final Recollection recollection;
  private final Map<Task, Map<String, String>> words;
  private final TaggingSettings settings;

  /**
   * @param words of each task, a label's word as written into tags
   */
  Proposing(
      CodecRegistry codecs,
      TagPlanner planner,
      Listening listening,
      Recollection recollection,
      Map<Task, Map<String, String>> words,
      TaggingSettings settings) {
    this.codecs = codecs;
    this.planner = planner;
    this.listening = listening;
    this.recollection = recollection;
    this.words = Map.copyOf(words);
    this.settings = settings;
  }

  @Override
  public Proposal prepare(Track track) throws TonearmException, InterruptedException {
    FileReading.Seen seen = recollection.look(track, settings.profile());
    IndexedFile file = seen.file();
    Optional<TagSnapshot> present =
        seen.snapshot().or(() -> file.tags().map(tags -> Recollection.outline(file, tags)));
    Optional<TrackScores> known = known(file);
    boolean full = present.filter(tags -> !planner.mayChange(tags, settings.plan())).isPresent();
    if (known.isEmpty() && full) {
      return Proposal.settled(TrackOutcome.full(track));
    }
    // Files without readable tags are heard too: if they are no audio, that is what to tell.
    TrackScores scores = known.isPresent() ? known.get() : listen(track, file);
    HeardTrack heard = listening.conclude(track, scores);
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
      return proposal(heard, plan(heard, present, seen.snapshot().isPresent()), file);
    } catch (TonearmException e) {
      return failed(heard, TrackProblem.of(e));
    }
  }

  private Optional<TrackScores> known(IndexedFile file) {
    return recollection.scores(file.fingerprint(), listening.models(), listening.excerpts());
  }

  private TrackScores listen(Track track, IndexedFile file)
      throws TonearmException, InterruptedException {
    TrackScores scores = listening.listen(track, Optional.of(file.fingerprint()));
    recollection.keep(file.fingerprint(), listening.models(), listening.excerpts(), scores);
    return scores;
  }

  /** From an outline first: most files of a library have nothing to change, and stay closed. */
  private Planned plan(HeardTrack heard, Optional<TagSnapshot> present, boolean inFull)
      throws TagException {
    if (present.isPresent()) {
      Planned plan = planOn(heard, present.get());
      if (inFull || plan.plan().changes().isEmpty()) {
        return plan;
      }
    }
    Path path = heard.track().path();
    return planOn(heard, codecs.codecFor(path).read(path, settings.profile()));
  }

  private Planned planOn(HeardTrack heard, TagSnapshot before) {
    List<Verdict> verdicts = List.copyOf(heard.verdicts().values());
    return planner.decide(heard.track(), before, verdicts, words, settings.plan());
  }

  private static Proposal proposal(HeardTrack heard, Planned planned, IndexedFile file) {
    TagPlan plan = planned.plan();
    boolean changes = !plan.changes().isEmpty();
    TrackOutcome outcome =
        Reporting.outcome(
            heard,
            changes ? TrackStatus.PLANNED : TrackStatus.UNCHANGED,
            plan.changes(),
            planned.notes(),
            Optional.empty());
    return new Proposal(outcome, changes ? Optional.of(plan) : Optional.empty(), Optional.of(file));
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
