package org.tonearm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonearm.api.Task;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Verdict;
import org.tonearm.api.tag.TagCodec;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.api.tag.TagProfile;
import org.tonearm.api.tag.TagSnapshot;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.plan.Planned;
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
      TagCodec codec = codecs.codecFor(heard.track().path());
      TagProfile profile = settings.profile(codec.id());
      return write(heard, plan(heard, codec, profile), profile);
    } catch (TonearmException e) {
      return failed(heard, TrackProblem.of(e));
    }
  }

  private Planned plan(HeardTrack heard, TagCodec codec, TagProfile profile)
      throws TonearmException {
    TagSnapshot before = codec.read(heard.track().path(), profile);
    List<Verdict> verdicts = List.copyOf(heard.verdicts().values());
    return planner.decide(heard.track(), before, verdicts, words, settings.plan());
  }

  private TrackOutcome write(HeardTrack heard, Planned planned, TagProfile profile)
      throws TonearmException {
    TagPlan plan = planned.plan();
    if (plan.changes().isEmpty()) {
      return told(heard, TrackStatus.UNCHANGED, plan, planned.notes());
    }
    if (run.isEmpty()) {
      return told(heard, TrackStatus.PLANNED, plan, planned.notes());
    }
    WriteOutcome written = writer.write(plan, profile, settings.options(), run.orElseThrow());
    TrackStatus status = written.written() ? TrackStatus.WRITTEN : TrackStatus.UNCHANGED;
    List<String> warnings = new ArrayList<>(planned.notes());
    warnings.addAll(written.warnings());
    return told(heard, status, plan, warnings);
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
