package org.tonearm.standalone;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackStatus;

/** For people: a few lines a track, then a table of counts, then what failed and what to do. */
final class TextReport implements Report {
  private final PrintStream out;
  private final TrackText text;
  private final Tally tally = new Tally();
  private final List<TrackOutcome> failed = new ArrayList<>();
  private final long begun = System.nanoTime();

  TextReport(PrintStream out, TrackText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public void finished(TrackOutcome outcome) {
    tally.finished(outcome);
    if (outcome.status() == TrackStatus.FAILED) {
      failed.add(outcome);
    } else {
      text.lines(outcome).forEach(out::println);
    }
  }

  @Override
  public void end(String note) {
    out.println();
    for (TrackStatus status : TrackStatus.values()) {
      if (tally.of(status) > 0) {
        out.printf(Locale.ROOT, "%-10s %6d%n", status.word(), tally.of(status));
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-10s %6d   in %s (%.1f tracks a minute)%n",
        "tracks",
        tally.all(),
        Shown.time(seconds),
        seconds > 0 ? 60 * tally.all() / seconds : 0);
    if (!failed.isEmpty()) {
      out.println();
      out.println("Failed, and left as they were:");
      failed.forEach(this::failure);
    }
    if (!note.isEmpty()) {
      out.println();
      out.println(note);
    }
  }

  private void failure(TrackOutcome outcome) {
    TrackProblem problem = outcome.problem().orElseThrow();
    out.println("  " + Shown.path(outcome.track().path()));
    out.println("    " + reason(outcome, problem) + " [" + problem.code() + "]");
    out.println("    " + Shown.text(problem.remedy()));
  }

  /** The message without the path, which stands above it already. */
  private static String reason(TrackOutcome outcome, TrackProblem problem) {
    String path = outcome.track().path().toString();
    String message = problem.message();
    String bare = message.startsWith(path) ? message.substring(path.length()) : message;
    return Shown.text(bare.replaceFirst("^[: ]+", ""));
  }
}
