package org.tonearm.standalone;

import org.tonearm.api.TonearmException;
import org.tonearm.run.RunListener;
import org.tonearm.run.TrackStatus;

/** One verb's run over the tracks that were found: progress, report, exit code. */
final class RunOfTracks {

  /** Does the work, and returns what to note at its end. */
  @FunctionalInterface
  interface Work {
    String go(RunListener listener) throws TonearmException, InterruptedException;
  }

  private final Workplace workplace;
  private final Report report;

  RunOfTracks(Workplace workplace, Report report) {
    this.workplace = workplace;
    this.report = report;
  }

  /** Runs, and returns the exit code. */
  int run(Listed listed, Work work) throws TonearmException, InterruptedException {
    Tally tally = new Tally();
    String note;
    try (Progress progress = Progress.of(workplace.terminal(), listed::total)) {
      RunListener reporting =
          outcome -> {
            progress.step();
            tally.finished(outcome);
            report.finished(outcome);
          };
      RunListener listener =
          outcome -> {
            listed.problems().forEach(reporting::finished);
            reporting.finished(outcome);
          };
      note = listed.any() ? worked(work, listener, tally) : "";
      listed.problems().forEach(reporting::finished);
    }
    if (tally.all() == 0 && !workplace.cancellation().requested()) {
      workplace.terminal().err().println(listed.none());
    }
    if (tally.all() > 0) {
      report.end(note);
    }
    if (workplace.cancellation().requested()) {
      workplace.terminal().err().println("Interrupted: the remaining tracks were not touched.");
      return ExitCode.INTERRUPTED;
    }
    return tally.of(TrackStatus.FAILED) > 0 ? ExitCode.SOME_FAILED : ExitCode.GOOD;
  }

  /** What was told of tracks has its end also where the work breaks off. */
  private String worked(Work work, RunListener listener, Tally tally)
      throws TonearmException, InterruptedException {
    boolean through = false;
    try {
      String note = work.go(listener);
      through = true;
      return note;
    } finally {
      if (!through && tally.all() > 0) {
        report.end("");
      }
    }
  }
}
