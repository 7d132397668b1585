package org.tonearm.standalone;

import java.util.Iterator;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.ListeningSettings;
import org.tonearm.run.RunListener;
import org.tonearm.run.Runs;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.journal.Journal;

/**
 * A run that hears tracks and tags them, or only tells what it would do.
 *
 * @param workplace where it is told
 * @param composition the parts
 * @param settings of the run
 * @param tagging how tags are planned and written
 */
record TagRun(
    Workplace workplace, Composition composition, RunSettings settings, TaggingSettings tagging) {

  /**
   * Runs, and returns the exit code.
   *
   * @param hint what to do so that the host shows new tags
   */
  int run(FoundTracks found, boolean dryRun, boolean json, String hint)
      throws TonearmException, InterruptedException {
    return new RunOfTracks(workplace, Report.of(workplace, json))
        .run(
            found,
            listener -> dryRun ? plan(found, listener) : tag(found.tracks(), listener, hint));
  }

  private String plan(FoundTracks found, RunListener listener)
      throws TonearmException, InterruptedException {
    composition
        .runs()
        .plan(
            found.tracks(),
            settings.listening(),
            tagging,
            proposal -> {},
            listener,
            workplace.cancellation());
    return "Nothing was written: this was a dry run.";
  }

  /**
   * Hears tracks and tags them, journaled as every run, so that history and undo know of it;
   * returns what to note at the end.
   *
   * @param hint what to do so that the host shows new tags
   * @throws TonearmException if a model is missing or the journal can't be written
   */
  String tag(Iterator<Track> tracks, RunListener listener, String hint)
      throws TonearmException, InterruptedException {
    ListeningSettings listening = settings.listening();
    Runs runs = composition.runs();
    Tally tally = new Tally();
    Journal journal = workplace.journal(composition);
    long run =
        runs.tag(
            tracks,
            listening,
            tagging,
            journal,
            workplace.commandLine(),
            outcome -> {
              tally.finished(outcome);
              listener.finished(outcome);
            },
            workplace.cancellation());
    OldRuns.forget(journal, settings.configuration());
    return tally.of(TrackStatus.WRITTEN) > 0
        ? "To take this back: tonearm undo " + run + "\n" + hint
        : "";
  }
}
