package org.tonearm.standalone;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tonearm.tag.journal.JournalJson;
import org.tonearm.tag.journal.RunSummary;

/** The list of runs. */
final class HistoryOfRuns {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final PrintStream out;
  private final boolean json;

  HistoryOfRuns(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void show(List<RunSummary> runs) {
    if (json) {
      JournalJson lines = new JournalJson(false);
      runs.forEach(run -> out.print(lines.run(run) + "\n"));
      return;
    }
    if (runs.isEmpty()) {
      out.println("No run has written tags yet.");
      return;
    }
    out.println("   run  started           written  undone  failed  command");
    for (RunSummary run : runs) {
      out.printf(
          Locale.ROOT,
          "%6d  %s  %7d %7d %7d  %s%s%n",
          run.id(),
          time(run.started()),
          run.done(),
          run.undone(),
          run.failed(),
          Shown.text(run.commandLine()),
          state(run));
    }
  }

  static String time(Instant instant) {
    return TIME.format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String state(RunSummary run) {
    if (run.undo()) {
      return run.undoes().isPresent()
          ? "  (undid run " + run.undoes().getAsLong() + ")"
          : "  (an undo)";
    }
    if (run.live()) {
      return "  (running)";
    }
    return run.finished().isEmpty() ? "  (cut short)" : "";
  }
}
