package org.tonearm.standalone;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonearm.run.ClockTime;
import org.tonearm.run.TrackOutcome;
import org.tonearm.run.TrackProblem;
import org.tonearm.run.TrackStatus;

/** For people: a few lines a track, then a table of counts, then what failed and what to do. */
final class TextReport implements Report {
  /** Failures told one by one: what nobody reads to its end needs no memory. */
  private static final int LISTED = 500;

  private record Failure(Path path, TrackProblem problem) {}

  private final PrintStream out;
  private final TrackText text;
  private final Tally tally = new Tally();
  private final List<Failure> failed = new ArrayList<>();
  private final long begun = System.nanoTime();

  TextReport(PrintStream out, TrackText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public void finished(TrackOutcome outcome) {
    tally.finished(outcome);
    if (outcome.status() == TrackStatus.FAILED) {
      if (failed.size() < LISTED) {
        failed.add(new Failure(outcome.track().path(), outcome.problem().orElseThrow()));
      }
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
        ClockTime.text(seconds),
        seconds > 0 ? 60 * tally.all() / seconds : 0);
    if (!failed.isEmpty()) {
      out.println();
      out.println("Failed, and left as they were:");
      failed.forEach(this::tell);
      int more = tally.of(TrackStatus.FAILED) - failed.size();
      if (more > 0) {
        out.println("  and " + more + " more; with --json each of them has its line.");
      }
    }
    if (!note.isEmpty()) {
      out.println();
      out.println(note);
    }
  }

  private void tell(Failure failure) {
    out.println("  " + Shown.path(failure.path()));
    out.println("    " + reason(failure) + " [" + failure.problem().code() + "]");
    out.println("    " + Shown.text(failure.problem().remedy()));
  }

  /** The message without the path, which stands above it already. */
  private static String reason(Failure failure) {
    String path = failure.path().toString();
    String message = failure.problem().message();
    String bare = message.startsWith(path) ? message.substring(path.length()) : message;
    return Shown.text(bare.replaceFirst("^[: ]+", ""));
  }
}
