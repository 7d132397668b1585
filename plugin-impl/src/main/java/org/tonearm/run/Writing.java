package org.tonearm.run;

import org.tonearm.api.TonearmException;
import org.tonearm.api.tag.TagPlan;
import org.tonearm.tag.journal.JournalRun;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.tag.write.WriteOutcome;

/** Finishes a track by writing what was proposed for it. */
final class Writing implements Pipeline.Finishing<Proposal> {
  private final TagWriter writer;
  private final Recollection recollection;
  private final TaggingSettings settings;
  private final JournalRun run;

  /**
   * @param run where writes are recorded
   */
  Writing(TagWriter writer, Recollection recollection, TaggingSettings settings, JournalRun run) {
    this.writer = writer;
    this.recollection = recollection;
    this.settings = settings;
    this.run = run;
  }

  @Override
  public void finish(Proposal proposal, RunListener outcomes) {
    outcomes.finished(
        proposal.plan().map(plan -> write(proposal, plan)).orElse(proposal.outcome()));
  }

  private TrackOutcome write(Proposal proposal, TagPlan plan) {
    TrackOutcome planned = proposal.outcome();
    try {
      if (proposal.seen().isPresent()) {
        recollection.mustBeStill(proposal.seen().get());
      }
      WriteOutcome written = writer.write(plan, settings.profile(), settings.options(), run);
      proposal.seen().ifPresent(seen -> recollection.keepWritten(seen, written));
      return planned.written(written.written(), written.warnings());
    } catch (TonearmException e) {
      return planned.notWritten(TrackProblem.of(e));
    }
  }
}
