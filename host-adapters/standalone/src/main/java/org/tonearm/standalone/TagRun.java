package org.tonearm.standalone;

import java.util.Iterator;
import org.tonearm.api.TonearmException;
import org.tonearm.api.Track;
import org.tonearm.composition.Composition;
import org.tonearm.configuration.RunSettings;
import org.tonearm.run.RunListener;
import org.tonearm.run.TaggingSettings;
import org.tonearm.run.TrackStatus;
import org.tonearm.tag.journal.Journal;

/**
 * A run that tags, as every verb makes it: journaled, so that history and undo know of it.
 *
 * @param workplace what the verb works with
 * @param settings what holds
 * @param tagging how tags are planned and written
 */
record TagRun(Workplace workplace, RunSettings settings, TaggingSettings tagging) {

  /**
   * Runs, and returns what to note at the end.
   *
   * @throws TonearmException if a model is missing or the journal can't be written
   */
  String go(Composition composition, Iterator<Track> tracks, RunListener listener)
      throws TonearmException, InterruptedException {
    Tally tally = new Tally();
    Journal journal = workplace.journal(composition);
    long run =
        composition
            .runs()
            .tag(
                tracks,
                settings.listening(),
                tagging,
                journal,
                workplace.commandLine(),
                outcome -> {
                  tally.finished(outcome);
                  listener.finished(outcome);
                },
                workplace.cancellation());
    Workplace.forgetOld(journal, settings.configuration());
    return tally.of(TrackStatus.WRITTEN) > 0
        ? "To take this back: tonearm undo " + run + "\n" + workplace.host().refreshHint()
        : "";
  }
}
