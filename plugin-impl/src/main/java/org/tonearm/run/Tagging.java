package org.tonearm.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOutcome;

/** Finishes a track by planning its tags and, unless it is a dry run, writing them. */
public final class Tagging implements Finishing {
  private final CodecRegistry codecs;
  private final TagPlanner planner;
  private final TagWriter writer;
  private final Map<Task, Map<String, String>> words;
  private final TaggingSettings settings;
  private final Optional<JournalRun> run;

  /**
   * @param words of each task, a label's word as written into tags
   * @param run where writes are recorded; empty for a dry run
   */
  public Tagging(
      CodecRegistry codecs,
      TagPlanner planner,
      TagWriter writer,
      Map<Task, Map<String, String>> words,
      TaggingSettings settings,
      Optional<JournalRun> run) {
    this.codecs = codecs;
    this.planner = planner;
    this.writer = writer;
    this.words = Map.copyOf(words);
    this.settings = settings;
    this.run = run;
  }

  @Override
  public TrackOutcome finish(HeardTrack heard) throws TonearmException {
    if (heard.abstained()) {
      return Reporting.outcome(
          heard,
          TrackStatus.ABSTAINED,
          List.of(),
          List.of(),
          Optional.of(Reporting.silence(heard)));
    }
    if (!heard.report().complete() && !settings.forcePartial()) {
      return failed(heard, partial(heard));
    }
    try {
      return write(heard, plan(heard));
    } catch (TonearmException e) {
      return failed(heard, TrackProblem.of(e));
    }
  }

  private TagPlan plan(HeardTrack heard) throws TonearmException {
    TagSnapshot before =
        codecs.codecFor(heard.track().path()).read(heard.track().path(), settings.profile());
    List<Verdict> verdicts = List.copyOf(heard.verdicts().values());
    return planner.plan(heard.track(), before, verdicts, words, settings.plan());
  }

  private TrackOutcome write(HeardTrack heard, TagPlan plan) throws TonearmException {
    if (plan.changes().isEmpty()) {
      return told(heard, TrackStatus.UNCHANGED, plan, List.of());
    }
    if (run.isEmpty()) {
      return told(heard, TrackStatus.PLANNED, plan, List.of());
    }
    WriteOutcome written =
        writer.write(plan, settings.profile(), settings.options(), run.orElseThrow());
    TrackStatus status = written.written() ? TrackStatus.WRITTEN : TrackStatus.UNCHANGED;
    return told(heard, status, plan, written.warnings());
  }

  private static TrackOutcome told(
      HeardTrack heard, TrackStatus status, TagPlan plan, List<String> warnings) {
    return Reporting.outcome(
        heard,
        status,
        status == TrackStatus.UNCHANGED ? List.of() : plan.changes(),
        warnings,
        Optional.empty());
  }

  private static TrackOutcome failed(HeardTrack heard, TrackProblem problem) {
    return Reporting.outcome(heard, TrackStatus.FAILED, List.of(), List.of(), Optional.of(problem));
  }

  private static TrackProblem partial(HeardTrack heard) {
    return new TrackProblem(
        "partial",
        heard.track().path() + ": the audio breaks off before its end, so nothing was written.",
        "Fetch the file again from where it came, or write what was heard with --force-partial.");
  }
}
